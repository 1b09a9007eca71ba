using Kernels.Cli.Curves;
using Kernels.Cli.Measuring;
using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>The result for people.</summary>
internal static class CurveTable
{
    public static void Print(IAnsiConsole console, CurveRequest request, CurveResult result)
    {
        Machine machine = Machine.This;
        PlaneCurve curve = request.Curve;
        Facts.Print(
            console,
            ("CPU", machine.Cpu),
            ("Cores", $"{machine.Cores}"),
            ("Vector width", $"{machine.VectorBits} bits"),
            (curve.Name, $"{request.Points:N0} points, {curve.Parameter} from {request.From:R} to {request.To:R}{curve.Unit}"));
        console.Write(Speeds(request, result, machine));
        Facts.Print(
            console,
            [
                ("All points", $"{result.AllPoints.Points:N0} evaluated in {result.AllPoints.Seconds:F3} s"),
                ("Deviation", $"{result.Deviation}"),
                .. SineCosine(result.Deviation),
                .. Written(result),
                ("Whole job", $"{result.Seconds:F2} s"),
            ]);
    }

    private static Table Speeds(CurveRequest request, CurveResult result, Machine machine)
    {
        Table table = new Table().RoundedBorder().AddColumn("");
        foreach (string column in new[] { "points in a call", "ns per point", "million points/s", "speed-up" })
            _ = table.AddColumn(column, c => c.RightAligned());

        Add("Math, one core", result.Speeds.MathLoop);
        Add("Kernels, one core", result.Speeds.OneCore);
        Add($"Kernels, {Threads(request.Threads, machine.Cores)}", result.Speeds.AllCores);
        Add("Merely writing x and y", result.Speeds.Writing);
        return table;

        void Add(string name, Measurement m) => table.AddRow(
            name,
            $"{m.Points:N0}",
            $"{m.NanosecondsPerPoint:N2}",
            $"{m.PointsPerSecond / 1e6:N1}",
            $"{m.SpeedupOver(result.Speeds.MathLoop):N1}×");
    }

    private static string Threads(int threads, int cores) =>
        threads == cores ? $"all cores ({cores})" : threads == 1 ? "1 thread" : $"{threads} threads";

    private static IEnumerable<(string Name, string Value)> SineCosine(Deviation deviation)
    {
        if (deviation.SineCosine is { } both)
        {
            yield return (
                "Sine, cosine",
                $"at most {both.ElementaryUlp:F4} ULP; correctly rounded: {both.Nearest:N0} of {deviation.Samples:N0} the nearest doubles");
        }
    }

    private static IEnumerable<(string Name, string Value)> Written(CurveResult result)
    {
        if (result.Written is { } file)
            yield return ("Written", $"{file}");
    }
}
