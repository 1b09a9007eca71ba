using Kernels.Elementary;

namespace Kernels.Tests;

/// <summary>One public span operation, seen as input → one or two outputs, in all the forms it comes in.</summary>
public abstract class Operation
{
    public static readonly Operation[] All = [new Sin(), new Cos(), new SinCos(), new CorrectSin(), new CorrectCos(), new CorrectSinCos(), new Heart(), new Fourier(), new Apply(), new OneSided(), new OtherSided()];

    public static IEnumerable<TheoryDataRow<string>> Names => All.Select(operation => new TheoryDataRow<string>(operation.Name));

    public string Name => GetType().Name;

    public abstract int Outputs { get; }

    /// <summary>The names of the destination parameters.</summary>
    public abstract string[] DestinationNames { get; }

    public static Operation Named(string name) => All.Single(operation => operation.Name == name);

    public abstract void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second);

    public abstract void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress = null);

    /// <summary>On lanes of a given number of bits; 64 stands for one double.</summary>
    internal abstract void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width);

    /// <summary>All outputs for an input, each in an array of its own.</summary>
    public double[][] Evaluate(double[] input)
    {
        double[] first = new double[input.Length], second = new double[input.Length];
        Run(input, first, second);
        return Outputs == 1 ? [first] : [first, second];
    }

    internal double[][] Evaluate(double[] input, int bits)
    {
        double[] first = new double[input.Length], second = new double[input.Length];
        Run(input, first, second, new ForcedWidth(bits));
        return Outputs == 1 ? [first] : [first, second];
    }

    /// <summary>A function of a user's, with a domain that ends: NaN below −50.</summary>
    public readonly struct Root(double offset) : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V> => V.Sqrt(x + offset) / 3;
    }

    /// <summary>A curve of a user's whose coordinates are beyond the fast path, or NaN, one without the other.</summary>
    public readonly struct OneSidedCurve(double offset) : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => (Trig.Sin(t), V.Sqrt(t + offset) - Trig.Cos(t / 1e6));
    }

    /// <summary>The same with x and y exchanged: y is beyond the fast path where x is not, and NaN of the wrong sign.</summary>
    public readonly struct OtherSidedCurve : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => (Trig.Sin(t / 1e6), -V.Sqrt(t + 50) + Trig.Cos(t));
    }

    private sealed class Sin : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.Sin(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.Sin(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne.Evaluate(default(Strips<Sine>), input, first, width);
    }

    private sealed class Cos : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.Cos(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.Cos(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne.Evaluate(default(Strips<Cosine>), input, first, width);
    }

    private sealed class SinCos : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["sinDestination", "cosDestination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.SinCos(input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.SinCos(input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(default(PairStrips<SineAndCosine>), input, first, second, width);
    }

    private sealed class CorrectSin : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => CorrectlyRounded.Sin(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            CorrectlyRounded.Sin(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne.Evaluate(default(CorrectStrips<CorrectSine, Proved>), input, first, width);
    }

    private sealed class CorrectCos : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => CorrectlyRounded.Cos(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            CorrectlyRounded.Cos(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne.Evaluate(default(CorrectStrips<CorrectCosine, Proved>), input, first, width);
    }

    private sealed class CorrectSinCos : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["sinDestination", "cosDestination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => CorrectlyRounded.SinCos(input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            CorrectlyRounded.SinCos(input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(default(CorrectPairStrips<Proved>), input, first, second, width);
    }

    private sealed class Heart : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["x", "y"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) =>
            Curve.Evaluate(new HeartCurve(), input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Curve.Evaluate(new HeartCurve(), input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(default(PairStrips<Kernels.Curves.Heart>), input, first, second, width);
    }

    private sealed class Fourier : Operation
    {
        /// <summary>Five harmonics of x, the last one odd, and three of y.</summary>
        private static readonly FourierCurve Shape = new([0.5, -1, 0, 2, 0, 0.25], [0, 3, 1, -0.125], [1, 1], [0, -2, 0, 5]);

        public override int Outputs => 2;

        public override string[] DestinationNames => ["x", "y"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Curve.Evaluate(Shape, input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Curve.Evaluate(Shape, input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(new PairStrips<Kernels.Curves.Fourier>(Shape.Map), input, first, second, width);
    }

    private sealed class Apply : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Function.Apply(new Root(50), input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Function.Apply(new Root(50), input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne.Evaluate(new Blocks<Root>(new Root(50)), input, first, width);
    }

    private sealed class OneSided : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["x", "y"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) =>
            Curve.Evaluate(new OneSidedCurve(50), input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Curve.Evaluate(new OneSidedCurve(50), input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(new PairBlocks<OneSidedCurve>(new OneSidedCurve(50)), input, first, second, width);
    }

    private sealed class OtherSided : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["x", "y"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) =>
            Curve.Evaluate(new OtherSidedCurve(), input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Curve.Evaluate(new OtherSidedCurve(), input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo.Evaluate(new PairBlocks<OtherSidedCurve>(new OtherSidedCurve()), input, first, second, width);
    }
}
