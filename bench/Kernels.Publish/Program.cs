using System.CommandLine;
using Kernels.Publish;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;

var cpu = new Option<string?>("--cpu") { Description = "The folder under bench/results to publish; by default that of this machine", HelpName = "FOLDER" };
var root = new RootCommand("Fills the tables of README.md and docs from result files, and draws the plot of time against length.") { cpu };
root.SetAction(Publish);
var parsed = root.Parse(args);
if (parsed.Errors is [var error, ..])
    return Fail($"{error.Message.TrimEnd('.')}; see --help", 2);
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
{
    return Fail(exception.Message, 1);
}

int Publish(ParseResult result)
{
    string repository = ResultFiles.Repository() ?? throw new IOException("The program does not run from within the repository.");
    string folder = result.GetValue(cpu) ?? Path.GetFileName(ResultFiles.FolderOfThisMachine(repository));
    string results = Path.Combine(repository, "bench", "results", folder);
    if (!Directory.Exists(results))
        throw new IOException($"There are no results in {results}: run the comparison and the accuracy report with --save first.");

    foreach (string page in Markers.Pages)
    {
        string path = Path.Combine(repository, page), text = File.ReadAllText(path);
        ResultFiles.Write(path, Markers.Fill(text, folder, Tables.Of(repository)));
        Console.WriteLine($"{page}: {Markers.Count(text)} tables");
    }

    string plot = Path.Combine(repository, "docs", "time-by-length.png");
    LengthPlot.Draw(ResultFiles.ReadComparison(Path.Combine(results, ResultFiles.LengthsName)), plot);
    Console.WriteLine($"Drawn: {plot}");
    return 0;
}

static int Fail(string message, int exitCode)
{
    Console.Error.WriteLine($"publish: {message}");
    return exitCode;
}
