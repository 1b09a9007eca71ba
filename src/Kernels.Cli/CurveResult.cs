using Kernels.Cli.Measuring;

namespace Kernels.Cli;

/// <summary>What was measured.</summary>
/// <param name="Speeds">How fast the curve is evaluated.</param>
/// <param name="AllPoints">The evaluation of all points, once, in their order.</param>
/// <param name="Deviation">The largest deviation from exact arithmetic on a sample.</param>
/// <param name="Written">The data file, where there is one.</param>
/// <param name="Seconds">The time of the whole job, without the plot.</param>
internal sealed record CurveResult(Speeds Speeds, Measurement AllPoints, Deviation Deviation, WrittenFile? Written, double Seconds);

/// <summary>A finished data file, and the time it took to evaluate and write it.</summary>
internal sealed record WrittenFile(string File, long Bytes, double Seconds)
{
    public double MegabytesPerSecond => Bytes / 1e6 / Seconds;

    public override string ToString() => $"{File}: {Bytes / 1e6:N1} MB in {Seconds:F2} s, {MegabytesPerSecond:N0} MB/s";
}
