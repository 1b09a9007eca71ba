using Kernels.Accuracy.Measuring;
using Kernels.Accuracy.Output;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;
using Kernels.Yardsticks.Results;

namespace Kernels.Accuracy;

/// <summary>Checks the reference, measures, prints, draws and writes.</summary>
internal static class Job
{
    /// <summary>Wide enough for every table; a narrower window breaks lines instead of dropping digits.</summary>
    private const int LeastWidth = 130;

    public static int Run(Request request, CancellationToken token)
    {
        var console = Display.Console;
        using var picture = request.PictureFile is { } pictureName ? new OutputFile(pictureName) : null;
        using var file = request.OutFile is { } outName ? new OutputFile(outName) : null;

        var selection = Selection.Gather(request.Contenders, token);
        long crossChecked = CrossCheck.Run(request, token);
        if (!request.Json)
            Report.CrossChecked(console, crossChecked);
        var measurer = new Measurer(request, selection.Contenders, token);
        var rows = Stages.Run(console, Display.ShowsProgress(request.Json), measurer.Run);
        if (rows.Count == 0)
        {
            throw new InvalidDataException(
                string.Join("; ", [$"none of the contenders computes this in {request.Precision.Name()}", .. selection.Missing]));
        }

        var result = AccuracyResult.OfThisMachine(request.Seed, request.Samples, crossChecked, Tally.Edges, selection.Missing, rows);

        console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);
        if (request.Json)
            Console.WriteLine(result.ToJson());
        else
            Report.Print(console, result, [.. request.Functions.SelectMany(Quantity.Of)]);
        file?.Complete(result.ToJson());
        picture?.Complete(Picture.Draw(measurer.Maps, request.Precision, Picture.IsSvg(request.PictureFile!), token));
        return ExitCode.Success;
    }
}
