using Kernels.Reference;

namespace Kernels.Yardsticks.Verifying;

/// <summary>A result that is not the nearest number, or beyond the bound.</summary>
public sealed record Misrounding(string Call, string Function, double X, double? Y, double Result, double Nearest)
{
    public override string ToString() =>
        $"{Call}: {Function} {HardCases.Hex(X)}{(Y is { } y ? $", {HardCases.Hex(y)}" : "")} gives {HardCases.Hex(Result)}, "
            + $"the nearest is {HardCases.Hex(Nearest)}";
}

/// <summary>What came out, added up by all threads.</summary>
public sealed class Verdict
{
    /// <summary>More are counted, but not kept.</summary>
    private const int MostExamples = 20;

    private readonly Lock _gate = new();
    private readonly List<Misrounding> _examples = [];
    private long _arguments;
    private long _misrounded;

    public long Arguments => Interlocked.Read(ref _arguments);

    /// <summary>Results that are not what they have to be.</summary>
    public long Misrounded => Interlocked.Read(ref _misrounded);

    /// <summary>The largest error of those that are not the nearest, in ULP; ½ if none is more.</summary>
    public double LargestError { get; private set; } = 0.5;

    /// <summary>Where it is.</summary>
    public double LargestErrorAt { get; private set; } = double.NaN;

    /// <summary>The first that were found.</summary>
    public IReadOnlyList<Misrounding> Examples
    {
        get
        {
            lock (_gate)
                return [.. _examples];
        }
    }

    public void Add(long arguments) => Interlocked.Add(ref _arguments, arguments);

    public void Add(Misrounding misrounding)
    {
        Interlocked.Increment(ref _misrounded);
        lock (_gate)
        {
            if (_examples.Count < MostExamples)
                _examples.Add(misrounding);
        }
    }

    public void AddError(double error, double at)
    {
        lock (_gate)
        {
            if (error > LargestError)
                (LargestError, LargestErrorAt) = (error, at);
        }
    }
}
