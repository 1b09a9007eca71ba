using Kernels.Elementary;

namespace Kernels.Tests;

/// <summary>One public span operation, seen as input → one or two outputs, in all the forms it comes in.</summary>
public abstract class Operation
{
    public static readonly Operation[] All = [new Sin(), new Cos(), new SinCos(), new Heart(), new Apply(), new OneSided()];

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

    private sealed class Sin : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.Sin(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.Sin(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne<Strips<Sine>>.Run(default, input, first, width);
    }

    private sealed class Cos : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.Cos(input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.Cos(input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne<Strips<Cosine>>.Run(default, input, first, width);
    }

    private sealed class SinCos : Operation
    {
        public override int Outputs => 2;

        public override string[] DestinationNames => ["sinDestination", "cosDestination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Trig.SinCos(input, first, second);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Trig.SinCos(input, first, second, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToTwo<PairStrips<SineAndCosine>>.Run(default, input, first, second, width);
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
            OneToTwo<PairStrips<Kernels.Curves.Heart>>.Run(default, input, first, second, width);
    }

    private sealed class Apply : Operation
    {
        public override int Outputs => 1;

        public override string[] DestinationNames => ["destination"];

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second) => Function.Apply(new Root(50), input, first);

        public override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ParallelOptions options, IProgress<long>? progress) =>
            Function.Apply(new Root(50), input, first, options, progress);

        internal override void Run(ReadOnlySpan<double> input, Span<double> first, Span<double> second, ForcedWidth width) =>
            OneToOne<Blocks<Root>>.Run(new(new Root(50)), input, first, width);
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
            OneToTwo<PairBlocks<OneSidedCurve>>.Run(new(new OneSidedCurve(50)), input, first, second, width);
    }
}
