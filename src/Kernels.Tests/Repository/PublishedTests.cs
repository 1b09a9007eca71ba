using Kernels.Yardsticks.Publishing;

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

        Assert.True(tables >= 2, "tables are missing");
    }
}
