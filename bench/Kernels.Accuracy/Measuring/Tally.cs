using Kernels.Reference;
using MathNet.Numerics.Statistics;

namespace Kernels.Accuracy.Measuring;

/// <summary>Collects the errors of one contender at one quantity over one set of arguments.</summary>
internal sealed class Tally
{
    /// <summary>
    /// Up to a half: as good as can be. A thousandth more is what a correctly rounded function loses by a wrong test, 0.6 a high-accuracy
    /// library's promise, 1 the usual one, 4 that of fast libraries.
    /// </summary>
    public static readonly double[] Edges = [0.5, 0.501, 0.6, 1, 2, 4];

    // Of the finite errors.
    private readonly RunningStatistics _statistics = new();
    private readonly Histogram _histogram = new();
    private double _largestAt = double.NaN;
    private double _largest = -1;
    private long _nearest;

    public Tally()
    {
        double lower = -1;
        foreach (double edge in (double[])[.. Edges, double.PositiveInfinity])
        {
            // Lower end excluded, upper end included.
            _histogram.AddBucket(new Bucket(lower, edge));
            lower = edge;
        }
    }

    public long Tried => _statistics.Count + NonFinite;

    /// <summary>Results that are infinite or not a number count as infinitely wrong.</summary>
    public long NonFinite { get; private set; }

    public double Largest => _largest;

    public string LargestAt => HardCases.Hex(_largestAt);

    public double Mean => NonFinite > 0 ? double.PositiveInfinity : _statistics.Mean;

    public double ShareNearest => (double)_nearest / Tried;

    public IReadOnlyList<long> Histogram => [.. Enumerable.Range(0, _histogram.BucketCount).Select(i => (long)_histogram[i].Count)];

    public void Add(double argument, double error, bool isNearest)
    {
        if (double.IsFinite(error))
            _statistics.Push(error);
        else
            NonFinite++;
        _histogram.AddData(error);
        if (isNearest)
            _nearest++;
        if (error > _largest)
            (_largest, _largestAt) = (error, argument);
    }
}
