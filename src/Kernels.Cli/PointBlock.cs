namespace Kernels.Cli;

/// <summary>The memory that all points pass through, block by block, however many there are.</summary>
internal sealed class PointBlock
{
    /// <summary>Enough work for many threads in one call, and 24 MB in all.</summary>
    private const int MaxLength = 1 << 20;

    private readonly double[] _t;
    private readonly double[] _x;
    private readonly double[] _y;

    public PointBlock(long points)
    {
        Length = (int)Math.Min(points, MaxLength);
        _t = new double[Length];
        _x = new double[Length];
        _y = new double[Length];
    }

    public int Length { get; }

    public Span<double> T => _t;

    public Span<double> X => _x;

    public Span<double> Y => _y;

    /// <summary>The first x and y, for a file.</summary>
    public (ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y) First(int count) => (_x.AsMemory(0, count), _y.AsMemory(0, count));
}
