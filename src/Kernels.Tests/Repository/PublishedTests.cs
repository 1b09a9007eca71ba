using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;

namespace Kernels.Tests.Repository;

/// <summary>The tables in README and docs are those of the result files, to the digit.</summary>
public class PublishedTests
{
    [Fact]
    public void Tables_match_their_result_files()
    {
        var names = new Dictionary<string, IEnumerable<string>>();
        foreach (string page in Markers.Pages)
        {
            string text = TestRepository.Read(page.Split('/'));
            Assert.Equal(Markers.Fill(text, null, Tables.Of(TestRepository.Root)), text);
            names.Add(page, Markers.Names(text));
        }

        Assert.Equal(["speed", "accuracy"], names["README.md"]);
        Assert.Equal(["function-errors", "errors"], names["docs/accuracy.md"]);
        Assert.Equal(["functions", "comparison", "ratios", "scaling"], names["docs/benchmarking.md"]);
    }

    [Fact]
    public void A_machine_fills_the_tables_of_its_own_width()
    {
        const string End = "<!-- end of table -->\n";
        const string Page = $"<!-- table a from x-512-bits -->\n{End}<!-- table b from y-256-bits -->\n{End}";
        Assert.Equal(
            $"<!-- table a from x-512-bits -->\na of x-512-bits\n{End}<!-- table b from z-256-bits -->\nb of z-256-bits\n{End}",
            Markers.Fill(Page, "z-256-bits", (name, folder) => $"{name} of {folder}"));
    }

    [Theory]
    [InlineData(ResultFiles.ComparisonName)]
    [InlineData(ResultFiles.LengthsName)]
    public void Errors_beside_published_times_are_within_the_declared_bounds(string name)
    {
        const double Nearest = 0.5;
        foreach (string file in FilesOf(name))
        {
            var ours = ResultFiles.ReadComparison(file)
                .Rows.Where(row => row.Contender.StartsWith("Kernels", StringComparison.Ordinal))
                .ToList();
            Assert.Contains(ours, row => row.Contender == "Kernels");
            Assert.All(ours, row =>
            {
                var bound = Errors.Bounds(
                    Yardsticks.Operation.Named(row.Operation),
                    Enum.GetValues<Precision>().Single(precision => precision.Name() == row.Precision));
                if (row.Contender == OursCorrectlyRounded.Title)
                    bound = new(Nearest, Nearest);
                Assert.InRange(row.FirstError, 0, bound.First);
                Assert.InRange(row.SecondError, 0, bound.Second);
            });
        }
    }

    [Fact]
    public void Published_errors_are_within_the_declared_bounds()
    {
        foreach (string file in FilesOf(ResultFiles.AccuracyName))
        {
            var result = AccuracyResult.Read(file);
            Assert.Contains(result.Rows, row => row.Contender == "Kernels");
            var correct = result.Rows.Where(row => row.Contender == OursCorrectlyRounded.Title).ToList();
            Assert.NotEmpty(correct);
            Assert.All(correct, row => Assert.Equal(1, row.CorrectlyRounded));
            Assert.Empty(AccuracyTables.BeyondBound(result));
        }
    }

    private static string[] FilesOf(string name)
    {
        string[] files = Directory.GetFiles(TestRepository.PathOf("bench", "results"), name, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }
}
