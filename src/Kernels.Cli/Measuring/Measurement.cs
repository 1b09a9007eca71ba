using System.Diagnostics;

namespace Kernels.Cli.Measuring;

/// <summary>The speed at which points were evaluated.</summary>
/// <param name="Points">How many.</param>
/// <param name="Ticks">How long it took, in ticks of <see cref="Stopwatch"/>: a <see cref="TimeSpan"/> is too coarse for a few points.</param>
internal readonly record struct Measurement(long Points, long Ticks)
{
    // A clock may not have moved at all during a single point.
    private double Seconds => (double)Math.Max(Ticks, 1) / Stopwatch.Frequency;

    public double NanosecondsPerPoint => Seconds * 1e9 / Points;

    public double PointsPerSecond => Points / Seconds;

    /// <summary>How many times as fast as another measurement.</summary>
    public double SpeedupOver(Measurement other) => other.NanosecondsPerPoint / NanosecondsPerPoint;
}
