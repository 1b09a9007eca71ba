using Kernels.Elementary;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;

namespace Kernels.Tests.Repository;

/// <summary>The tables in README and docs are those of the result files, to the digit.</summary>
public class PublishedTests
{
    [Fact]
    public void Tables_match_their_result_files()
    {
        int tables = 0;
        foreach (string page in Markers.Pages)
        {
            string text = TestRepository.Read(page.Split('/'));
            Assert.Equal(Markers.Fill(text, null, Tables.Of(TestRepository.Root)), text);
            tables += Markers.Count(text);
        }

        Assert.Equal(6, tables);
    }

    [Fact]
    public void A_machine_fills_the_tables_of_its_own_width()
    {
        const string Page = "<!-- table a from x-512-bits -->\n<!-- end of table -->\n<!-- table b from y-256-bits -->\n<!-- end of table -->\n";
        Assert.Equal(
            "<!-- table a from x-512-bits -->\na of x-512-bits\n<!-- end of table -->\n<!-- table b from z-256-bits -->\nb of z-256-bits\n<!-- end of table -->\n",
            Markers.Fill(Page, "z-256-bits", (name, folder) => $"{name} of {folder}"));
    }

    [Fact]
    public void Published_errors_are_within_the_declared_bounds()
    {
        string[] files = Directory.GetFiles(TestRepository.PathOf("bench", "results"), ResultFiles.AccuracyName, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            var result = AccuracyResult.Read(file);
            Assert.Contains(result.Rows, row => row.Contender == "Kernels");
            var correct = result.Rows.Where(row => row.Contender == "Kernels, correctly rounded").ToList();
            Assert.NotEmpty(correct);
            Assert.All(correct, row => Assert.Equal(1, row.CorrectlyRounded));
            Assert.Empty(AccuracyTables.BeyondBound(result, output => output switch
            {
                "x" => HeartCurve.ErrorBoundOfXInUlp,
                "y" => HeartCurve.ErrorBoundOfYInUlpOf17,
                _ => SineCosine.ErrorBoundInUlp,
            }));
        }
    }
}
