namespace Kernels.Cli.Measuring;

/// <summary>The speed at which points were evaluated.</summary>
/// <param name="Points">How many.</param>
/// <param name="Seconds">How long they took.</param>
internal readonly record struct Measurement(long Points, double Seconds)
{
    public double NanosecondsPerPoint => Seconds * 1e9 / Points;

    public double PointsPerSecond => Points / Seconds;

    /// <summary>How many times as fast as another measurement.</summary>
    public double SpeedupOver(Measurement other) => other.NanosecondsPerPoint / NanosecondsPerPoint;
}
