using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;
using Kernels.Compare;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;
using Spectre.Console;

var operations = Choice("--operations", "Operations: sin, cos, sincos, heart", Enum.GetValues<Operation>().ToDictionary(value => value.Name()));
var precisions = Choice("--precisions", "Precisions: double, float", Enum.GetValues<Precision>().ToDictionary(value => value.Name()));
var intervals = Choice("--intervals", "Intervals of the argument: 2pi (0 to 2π), 100 (±100), 1e6, 1e300", Interval.All.ToDictionary(value => value.Name));
var lengths = new Option<int[]>("--lengths") { Description = "Elements, for example 16 256 4096 262144 16777216", AllowMultipleArgumentsPerToken = true, CustomParser = ParseLengths };
var full = new Option<bool>("--full") { Description = "Every length and every interval: tens of minutes" };
var withoutNative = new Option<bool>("--no-native") { Description = "Without SLEEF and libmvec" };
var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables" };
var save = new Option<string?>("--save") { Description = "Write the result file here; compare.json and lengths.json under bench/results are what is published", HelpName = "FILE" };
var root = new RootCommand("Compares Kernels with the libraries a user would take instead: time and largest error on the same arguments in the same run.")
{
    operations, precisions, intervals, lengths, full, withoutNative, json, save,
};

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    cancellation.Cancel();
});
root.SetAction(Run);
var parsed = root.Parse(args);
if (parsed.Errors is [var error, ..])
    return Fail($"{error.Message.TrimEnd('.')}; see --help", 2);
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (OperationCanceledException)
{
    return Fail("cancelled", 130);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    return Fail(exception.Message, 1);
}

int Run(ParseResult result)
{
    bool everything = result.GetValue(full);
    var plan = new Plan(
        result.GetValue(operations) is { Length: > 0 } chosen ? chosen : Enum.GetValues<Operation>(),
        result.GetValue(precisions) is { Length: > 0 } precision ? precision : Enum.GetValues<Precision>(),
        result.GetValue(intervals) is { Length: > 0 } interval ? interval : everything ? Interval.All : [Interval.All[1]],
        result.GetValue(lengths) is { Length: > 0 } length ? length : everything ? Plan.AllLengths : [Plan.DefaultLength],
        !result.GetValue(withoutNative));
    var console = AnsiConsole.Console;
    if (Console.IsOutputRedirected)
        console.Profile.Width = 160;
    bool asJson = result.GetValue(json);
    var comparison = new Comparer(plan, cancellation.Token).Run(rows =>
    {
        if (!asJson && rows.Count > 0)
            Report.Race(console, rows);
    });
    if (asJson)
        Console.WriteLine(ResultFiles.ToJson(comparison));
    else
        Report.Limits(console, comparison);
    if (result.GetValue(save) is { } file)
        ResultFiles.Write(Path.GetFullPath(file), ResultFiles.ToJson(comparison));
    return 0;
}

int[] ParseLengths(ArgumentResult result) => [.. result.Tokens.Select(token =>
{
    if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length is >= 1 and <= 1 << 28)
        return length;
    result.AddError($"--lengths takes whole numbers from 1 to {1 << 28}, not '{token.Value}'");
    return 0;
})];

static Option<T[]> Choice<T>(string name, string description, Dictionary<string, T> values) => new(name)
{
    Description = description,
    AllowMultipleArgumentsPerToken = true,
    CustomParser = result => [.. result.Tokens.SelectMany(token =>
    {
        if (values.TryGetValue(token.Value, out var value))
            return new[] { value };
        result.AddError($"{name} takes {string.Join(", ", values.Keys)}, not '{token.Value}'");
        return [];
    })],
};

static int Fail(string message, int exitCode)
{
    Console.Error.WriteLine($"compare: {message}");
    return exitCode;
}
