using System.Diagnostics;
using System.Globalization;
using Kernels.Yardsticks.CommandLine;
using Spectre.Console;

namespace Kernels.Versions;

/// <summary>Times in this process, or has several processes do it and prints what they have found.</summary>
internal static class Job
{
    private const int Rounds = 300;

    /// <summary>Of a batch: the clock is read once for it.</summary>
    private static readonly long BatchTicks = Stopwatch.Frequency / 20_000;

    /// <summary>Of all rounds of a row: long ones are fewer.</summary>
    private static readonly long RowTicks = Stopwatch.Frequency * 2;

    public static int Run(Request request, CancellationToken token) => request.IsChild ? Time(request, token) : Report(request, token);

    // A line for each row: its name, the minimum of the old build and that of the new one, in nanoseconds a call.
    private static int Time(Request request, CancellationToken token)
    {
        Build old = new(request.Old), @new = new(request.New);
        foreach (string name in request.Rows)
        {
            if (Call.Of(name, old, @new) is not var (callOld, callNew))
                continue;
            var (oldTicks, newTicks, calls) = Race(callOld, callNew, token);
            double scale = 1e9 / Stopwatch.Frequency / calls;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {oldTicks * scale:R} {newTicks * scale:R}"));
        }

        return ExitCode.Success;
    }

    private static (long Old, long New, int Calls) Race(Action old, Action @new, CancellationToken token)
    {
        // What a call takes once it is compiled, and its pace is known.
        for (int i = 0; i < 20; i++)
        {
            old();
            @new();
        }

        int calls = 1;
        while (Ticks(old, calls) < BatchTicks)
            calls *= 2;
        long leastOld = long.MaxValue, leastNew = long.MaxValue, start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds && (round < 10 || Stopwatch.GetTimestamp() - start < RowTicks); round++)
        {
            token.ThrowIfCancellationRequested();
            if (round % 2 == 0)
                leastOld = Math.Min(leastOld, Ticks(old, calls));
            leastNew = Math.Min(leastNew, Ticks(@new, calls));
            if (round % 2 != 0)
                leastOld = Math.Min(leastOld, Ticks(old, calls));
        }

        return (leastOld, leastNew, calls);
    }

    private static long Ticks(Action call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            call();
        return Stopwatch.GetTimestamp() - start;
    }

    private static int Report(Request request, CancellationToken token)
    {
        var ofNew = new Dictionary<string, List<(double Old, double New)>>();
        var ofOld = new Dictionary<string, List<(double Old, double New)>>();
        for (int process = 0; process < request.Processes; process++)
        {
            TimeInChild(request, ofNew, token);
            TimeInChild(request with { New = request.Old }, ofOld, token);
        }

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("call");
        foreach (string column in (string[])["old, ns", "new, ns", "new / old", "old / old"])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (string name in request.Rows)
        {
            // What the old build has not is not compared.
            if (!ofNew.TryGetValue(name, out var pairs))
                continue;
            table.AddRow(
                name,
                $"{Median(pairs.Select(pair => pair.Old)):N1}",
                $"{Median(pairs.Select(pair => pair.New)):N1}",
                $"{Ratio(pairs):F3}",
                $"{Ratio(ofOld[name]):F3}");
        }

        Display.Console.Write(table);
        return ExitCode.Success;

        static double Ratio(List<(double Old, double New)> pairs) => Median(pairs.Select(pair => pair.New / pair.Old));
    }

    private static void TimeInChild(Request request, Dictionary<string, List<(double Old, double New)>> results, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        string[] arguments = ["--child", "--old", request.Old, "--new", request.New, "--rows", .. request.Rows];
        var start = new ProcessStartInfo("dotnet", [typeof(Job).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0)
            throw new InvalidDataException($"a process that times has ended with {child.ExitCode}");
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split(' ');
            if (!results.TryGetValue(fields[0], out var pairs))
                results.Add(fields[0], pairs = []);
            pairs.Add((double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture)));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
