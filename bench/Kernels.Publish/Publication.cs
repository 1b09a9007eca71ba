using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;

namespace Kernels.Publish;

/// <summary>Fills the pages' tables and draws the plot.</summary>
internal static class Publication
{
    /// <param name="cpu">The folder of results; null for that of this machine.</param>
    public static int Run(string? cpu)
    {
        string repository = ResultFiles.Repository() ?? throw new IOException("the program does not run from within the repository");
        if (cpu is not null && Path.GetFileName(cpu) != cpu)
            throw new UsageException($"--cpu takes the name of a folder under bench/results, not '{cpu}'");
        string folder = cpu ?? Path.GetFileName(ResultFiles.FolderOfThisMachine(repository));
        string results = Path.Combine(repository, "bench", "results", folder);
        if (!Directory.Exists(results))
            throw new IOException($"there are no results in {results}: run the comparison and the accuracy report with --out first");

        foreach (string page in Markers.Pages)
        {
            string path = Path.Combine(repository, page), text = File.ReadAllText(path);
            using var file = new OutputFile(path);
            file.Complete(Markers.Fill(text, folder, Tables.Of(repository)));
            Console.WriteLine($"{page}: {Markers.Names(text).Count()} tables, those of {ResultFiles.WidthOf(folder)} from {folder}");
        }

        // The plot stands beside README's tables.
        if (!Markers.HasTableFrom(File.ReadAllText(Path.Combine(repository, Markers.Pages[0])), folder))
            return ExitCode.Success;
        string plot = Path.Combine(repository, "docs", "time-by-length.png");
        using var picture = new OutputFile(plot);
        picture.Complete(LengthPlot.Draw(ResultFiles.ReadComparison(Path.Combine(results, ResultFiles.LengthsName))));
        Console.WriteLine($"Drawn: {plot}");
        return ExitCode.Success;
    }
}
