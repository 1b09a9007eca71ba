using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kernels.Cli.Measuring;

namespace Kernels.Cli.Reports;

/// <summary>The results for programs: one object on standard output.</summary>
internal static class Json
{
    private static readonly JsonReports Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,

        // JSON has no infinite numbers; a report that would need one is still a report.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,

        // The output is no part of a web page: names of files may keep their letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Print(Machine machine) => Console.WriteLine(JsonSerializer.Serialize(machine, Context.Machine));

    public static void Print(EvaluateRequest request, EvaluateResult result)
    {
        var report = new EvaluateReport(
            Machine.This.Cpu, request.Source.File, request.Function.Inputs, request.Function.Outputs, result.Rows, result.Written);
        Console.WriteLine(JsonSerializer.Serialize(report, Context.EvaluateReport));
    }

    public static void Print(FunctionsReport report) => Console.WriteLine(JsonSerializer.Serialize(report, Context.FunctionsReport));

    public static void Print(CurveRequest request, CurveResult result)
    {
        var report = new CurveReport(
            Machine.This.Cpu,
            Machine.This.Cores,
            request.Threads,
            Machine.This.VectorBits,
            request.Curve.Name,
            request.Points,
            request.From,
            request.To,
            Speed(result.Speeds.MathLoop),
            Speed(result.Speeds.OneCore),
            Speed(result.Speeds.AllCores),
            Speed(result.Speeds.Writing),
            Speed(result.AllPoints),
            result.Deviation,
            result.Seconds,
            result.Written,
            request.Plot?.Name);
        Console.WriteLine(JsonSerializer.Serialize(report, Context.CurveReport));

        SpeedReport Speed(Measurement m) => new(m.Points, m.NanosecondsPerPoint, m.PointsPerSecond, m.SpeedupOver(result.Speeds.MathLoop));
    }
}

internal sealed record CurveReport(
    string Cpu,
    int Cores,
    int Threads,
    int VectorBits,
    string Curve,
    long Points,
    double From,
    double To,
    SpeedReport Math,
    SpeedReport OneCore,
    SpeedReport AllCores,
    SpeedReport Writing,
    SpeedReport AllPoints,
    Deviation Deviation,
    double Seconds,
    WrittenFile? Out,
    string? Plot);

internal sealed record SpeedReport(long Points, double NanosecondsPerPoint, double PointsPerSecond, double Speedup);

internal sealed record EvaluateReport(
    string Cpu, string In, IReadOnlyList<string> Inputs, IReadOnlyList<string> Results, long Rows, WrittenFile Out);

[JsonSerializable(typeof(CurveReport))]
[JsonSerializable(typeof(EvaluateReport))]
[JsonSerializable(typeof(FunctionsReport))]
[JsonSerializable(typeof(Machine))]
internal sealed partial class JsonReports : JsonSerializerContext;
