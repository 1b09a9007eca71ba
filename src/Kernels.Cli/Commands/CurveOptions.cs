using System.CommandLine;
using Kernels.Cli.Curves;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;
using Spectre.Console;

namespace Kernels.Cli.Commands;

/// <summary>
/// What every command that evaluates a curve can be told, and what it does: measure and check the curve, draw it, write it to a file.
/// </summary>
/// <param name="defaultPlot">The picture's name, where the user gives none.</param>
internal sealed class CurveOptions(string defaultPlot)
{
    /// <summary>Up to here every index is a double.</summary>
    private const long MaxPoints = 1L << 53;

    /// <summary>Instead of the picture's name.</summary>
    private const string NoPlot = "none";

    private readonly Option<long> _points = NumberOption.Count(
        "--points", "Number of points; 1e9 may be written for a billion.", 20_000_000, MaxPoints);

    private readonly Option<double> _from = NumberOption.Angle(
        "--from", "First parameter, in radians; a formula of constants may be given, such as -pi/2.", 0);

    private readonly Option<double> _to = NumberOption.Angle("--to", "Last parameter, likewise, such as 2*pi.", 2 * Math.PI);

    private readonly Option<long> _threads = NumberOption.Count(
        "--threads", "Number of threads; at most one for each core is used.", Environment.ProcessorCount, int.MaxValue);

    private readonly Option<string> _plot = new("--plot")
    {
        Description = "Picture to draw, .png or .svg, 800 by 800 pixels; none draws nothing. "
            + "Without this option only a picture that kernels drew is replaced.",
        HelpName = "FILE",
        DefaultValueFactory = _ => defaultPlot,
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "File for all points: .npy (float64, shape (points, 3), columns t, x, y; 24 bytes a point) or .csv (header t,x,y). "
            + "It appears under its name when it is complete.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Replace the files that --plot and --out name, where they exist; their owner and mode stay, and so does a link "
            + "to them. "
            + "A file that is read-only is not replaced.",
    };

    private readonly Option<bool> _json = JsonOption.Create();

    /// <param name="command">Gets the options.</param>
    /// <param name="curve">The curve that was asked for, once the command line has been read.</param>
    public void AddTo(Command command, Func<ParseResult, PlaneCurve> curve)
    {
        foreach (Option option in new Option[] { _points, _from, _to, _threads, _plot, _out, _overwrite, _json })
            command.Add(option);
        command.SetAction(parsed => Run(Read(parsed, curve(parsed))));
    }

    private CurveRequest Read(ParseResult parsed, PlaneCurve curve)
    {
        var request = new CurveRequest(
            curve,
            parsed.GetValue(_points),
            parsed.GetValue(_from),
            parsed.GetValue(_to),

            // The library takes no more either.
            (int)Math.Min(parsed.GetValue(_threads), Environment.ProcessorCount),
            Plot(parsed, curve),
            Out(parsed),
            parsed.GetValue(_json));
        if (request.From > request.To)
            throw new UsageException($"--from must not be greater than --to, but {request.From:R} > {request.To:R}");
        Destination.Check(curve.SourceFile, request.Out, request.Plot);
        return request;
    }

    private Destination? Plot(ParseResult parsed, PlaneCurve curve)
    {
        bool isNamed = parsed.GetResult(_plot) is { Implicit: false };
        string name = isNamed ? parsed.GetValue(_plot)! : curve.Picture ?? defaultPlot;
        if (name == NoPlot)
            return null;
        if (!CurvePlot.IsPng(name) && !CurvePlot.IsSvg(name))
            throw new UsageException($"--plot must name a file that ends in .png or .svg, or be {NoPlot}, not '{name}'");
        return new(_plot.Name, name, isNamed ? Allowed(parsed) : Replacement.OwnPictures);
    }

    private Destination? Out(ParseResult parsed)
    {
        if (parsed.GetValue(_out) is not { } name)
            return null;
        if (!TableFile.IsNpy(name) && !TableFile.IsCsv(name))
            throw new UsageException($"--out must name a file that ends in .npy or .csv, not '{name}'");
        return new(_out.Name, name, Allowed(parsed));
    }

    private Replacement Allowed(ParseResult parsed) => parsed.GetValue(_overwrite) ? Replacement.All : Replacement.None;

    // Signals first, then files, then work: no file without somebody to delete it, and none missing after the work.
    private static int Run(CurveRequest request)
    {
        Interruption.Listen();
        using PointFile? file = request.Out is { } points ? new(points, request.Points) : null;
        using CurvePlot? plot = request.Plot is { } picture ? new(picture) : null;
        bool showProgress = Terminal.CanShowProgress && !request.Json;
        try
        {
            return Interruption.Run(token => Run(request, file, plot, showProgress, token));
        }
        catch (OperationCanceledException) when (showProgress)
        {
            Terminal.ShowCursor();
            throw;
        }
    }

    private static int Run(CurveRequest request, PointFile? file, CurvePlot? plot, bool showProgress, CancellationToken token)
    {
        IAnsiConsole console = Terminal.Console;

        // The picture first: if it cannot be drawn, no work is lost and no file left.
        plot?.Draw(request.Curve, request.From, request.To);
        CurveResult result = Stages.Run(console, showProgress, stages => new CurveJob(request, file, stages, token).Run());
        if (!request.Json)
            CurveTable.Print(console, request, result);
        plot?.Complete();
        if (request.Json)
            Json.Print(request, result);
        else if (plot is not null)
            console.WriteLine($"Drawn: {plot.Name}{plot.Omission}");
        return ExitCode.Success;
    }
}
