using Kernels.Reference;

namespace Kernels.Yardsticks.Verifying;

/// <summary>A result that is not the nearest number.</summary>
public sealed record Misrounding(string Call, string Function, double Argument, double Result, double Nearest)
{
    public override string ToString() =>
        $"{Call}: {Function} {HardCases.Hex(Argument)} gives {HardCases.Hex(Result)}, the nearest is {HardCases.Hex(Nearest)}";
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

    public long Misrounded => Interlocked.Read(ref _misrounded);

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
}
