using Kernels.Cli.Formulas;
using Kernels.Cli.Measuring;

namespace Kernels.Cli.Curves;

/// <summary>A curve given by two formulas of one parameter.</summary>
/// <param name="function">One input, the parameter; two results, x and y.</param>
/// <param name="title">The formulas as they were given.</param>
internal sealed class FormulaCurve(PureFunction function, string title) : PlaneCurve
{
    /// <summary>Parameters that pass to the loop over Math at a time.</summary>
    private const int BlockLength = 1 << 10;

    /// <summary>Characters that fit above a picture.</summary>
    private const int LongestTitle = 90;

    private readonly MathLoop.Loop _loop = MathLoop.Compile(function.Program);
    private readonly double[] _blockT = new double[BlockLength], _blockX = new double[BlockLength], _blockY = new double[BlockLength];

    public override string Name => "Curve of formulas";

    public override string Title => title.Length > LongestTitle ? $"{title[..LongestTitle]}…" : title;

    public override string Picture => "curve.png";

    public override string Parameter => function.Inputs[0];

    public override string Unit => "";

    public override int PointsForExact => 2000;

    public override bool HasExact => false;

    public override void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y) => function.Evaluate(t, x, y);

    public override void Sample(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options) =>
        function.Sample(start, step, first, x, y, options);

    public override void EvaluateByMath(ReadOnlySpan<double> t, Span<double> x, Span<double> y)
    {
        // Trees know no spans; to copy takes a thousandth of what a sine does.
        for (int first = 0; first < t.Length; first += BlockLength)
        {
            int count = Math.Min(BlockLength, t.Length - first);
            t.Slice(first, count).CopyTo(_blockT);
            _loop(_blockT, _blockX, _blockY, count);
            _blockX.AsSpan(0, count).CopyTo(x[first..]);
            _blockY.AsSpan(0, count).CopyTo(y[first..]);
        }
    }

    // Which operations are done is the user's business; that all ways of doing them agree is the library's.
    public override Deviation Deviate(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token)
    {
        int same = 0;
        Span<double> point = stackalloc double[2];
        for (int i = 0; i < t.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            function.Invoke(t.Slice(i, 1), point);
            same += AreSame(point[0], x[i]) && AreSame(point[1], y[i]) ? 1 : 0;
        }

        return new(t.Length) { SameBits = same };
    }

    private static bool AreSame(double a, double b) => BitConverter.DoubleToUInt64Bits(a) == BitConverter.DoubleToUInt64Bits(b);
}
