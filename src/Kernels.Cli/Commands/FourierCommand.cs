using System.CommandLine;
using Kernels.Cli.Curves;
using Kernels.Cli.Input;

namespace Kernels.Cli.Commands;

/// <summary>Evaluates a curve of sines and cosines: given by its coefficients, or fitted to an outline.</summary>
internal static class FourierCommand
{
    private const int DefaultHarmonics = 16;

    public static Command Create(string name)
    {
        var coefficients = new Option<string?>("--coefficients")
        {
            Description = "CSV file with the header harmonic,cosX,sinX,cosY,sinY and a line for each harmonic.",
            HelpName = "FILE",
        };
        var outline = new Option<string?>("--outline")
        {
            Description = "CSV file with the header x,y and the points of a closed outline, a line each; "
                + "point i of n belongs to t = 2πi/n.",
            HelpName = "FILE",
        };
        var harmonics = NumberOption.Count(
            "--harmonics", "Harmonics that are fitted to the outline; at most half as many as it has points.", DefaultHarmonics, 1_000_000);
        var command = new Command(name, "Evaluate x = Σ aₖ cos kt + bₖ sin kt, and y likewise.") { coefficients, outline, harmonics };
        new CurveOptions("fourier.png").AddTo(command, parsed => Read(
            parsed.GetValue(coefficients),
            parsed.GetValue(outline),
            parsed.GetResult(harmonics) is { Implicit: false } ? parsed.GetValue(harmonics) : null));
        return command;
    }

    private static Fourier Read(string? coefficients, string? outline, long? harmonics)
    {
        if (coefficients is null == outline is null)
            throw new UsageException("One of --coefficients and --outline must be given, and not both");
        if (string.IsNullOrWhiteSpace(coefficients ?? outline))
        {
            throw new UsageException(
                $"{(outline is null ? "--coefficients" : "--outline")} must name a file, not '{coefficients ?? outline}'");
        }

        if (coefficients is not null)
        {
            return harmonics is null
                ? Make(CoefficientFile.Read(coefficients), coefficients)
                : throw new UsageException("--harmonics goes with --outline: --coefficients has its own");
        }

        var (x, y) = OutlineFile.Read(outline!);
        long most = FourierCoefficients.MaxHarmonics(x.Length);
        if (harmonics > most)
            throw new UsageException($"--harmonics must be at most {most} for the {x.Length} points of {outline}, not {harmonics}");
        return Make(FourierCoefficients.Fit(x, y, (int)Math.Min(harmonics ?? DefaultHarmonics, most)), outline!);
    }

    // Numbers may be finite and too large all the same.
    private static Fourier Make(FourierCoefficients coefficients, string file)
    {
        try
        {
            return new Fourier(coefficients, file);
        }
        catch (ArgumentException exception)
        {
            throw new InputException(
                file,
                "its numbers are too large for a curve: coefficients may sum up to 1e300, divided by their number, at most",
                exception);
        }
    }
}
