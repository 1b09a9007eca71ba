using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>A way through the kernels of the exponential functions, with two results.</summary>
internal interface IExponentialRun
{
    /// <summary>Whether it is for arguments of the fast path, on near lanes.</summary>
    static virtual bool IsNear => false;

    static abstract (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential;
}

/// <summary>Both phases at once, for any argument.</summary>
internal readonly struct AnyArgument : IExponentialRun
{
    public static (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => (Exponential<TFunction>.Evaluate(x, default).First, 0);
}

/// <summary>One phase after the other.</summary>
internal readonly struct TwoPhases : IExponentialRun
{
    public static bool IsNear => true;

    public static (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => (Tested<V, TFunction, Untested>(x).First, 0);

    /// <summary>With a rounding test.</summary>
    public static (V First, V Second) Tested<V, TFunction, TTest>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
        where TTest : struct, IRoundingTest
    {
        var (offsets, steps, first, _) =
            Exponential<TFunction>.Begin(x, default, default, Exponential<TFunction>.ConstantsOfBegin<V>());
        var (table, shift) = V.Pairs(in ExpTable.First, offsets);
        return default(Exponential<TFunction>).Finish<V, TTest>(
            x, new(table, shift, default, default), steps, first, Exponential<TFunction>.ConstantsOfSecond<V>()).First;
    }
}

/// <summary>An error that a rounding test allows for.</summary>
internal interface IAllowance
{
    static abstract double OfFirstStage<TFunction>() where TFunction : struct, IExponential;

    static abstract double OfPrecise { get; }
}

/// <summary>What has been proved or derived.</summary>
internal readonly struct Declared : IAllowance
{
    public static double OfFirstStage<TFunction>()
        where TFunction : struct, IExponential => TFunction.RelativeError;

    public static double OfPrecise => PreciseExponential.RelativeError;
}

/// <summary>None: as if every stage were exact.</summary>
internal readonly struct LeftOut : IAllowance
{
    public static double OfFirstStage<TFunction>()
        where TFunction : struct, IExponential => 0;

    public static double OfPrecise => 0;
}

/// <summary>So much that what it is multiplied by can be counted.</summary>
internal readonly struct Large : IAllowance
{
    /// <summary>2⁻³⁰.</summary>
    public static double OfFirstStage<TFunction>()
        where TFunction : struct, IExponential => 1.0 / (1L << 30);

    /// <summary>2⁻⁵³.</summary>
    public static double OfPrecise => 1.0 / (1L << 53);
}

/// <summary>A rounding test that allows for it.</summary>
internal readonly struct Allowing<TAllowance, TFunction> : IRoundingTest
    where TAllowance : struct, IAllowance
    where TFunction : struct, IExponential
{
    public static double RelativeError => TAllowance.OfFirstStage<TFunction>();

    public static double PreciseRelativeError => TAllowance.OfPrecise;
}

/// <summary>With the rounding test, for any argument.</summary>
internal readonly struct TestedAnyArgument<TAllowance> : IExponentialRun
    where TAllowance : struct, IAllowance
{
    public static (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => TwoPhases.Tested<V, TFunction, Allowing<TAllowance, TFunction>>(x);
}

/// <summary>With the rounding test, for arguments of the fast path.</summary>
internal readonly struct TestedTwoPhases<TAllowance> : IExponentialRun
    where TAllowance : struct, IAllowance
{
    public static bool IsNear => true;

    public static (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => TwoPhases.Tested<V, TFunction, Allowing<TAllowance, TFunction>>(x);
}

/// <summary>In double-double arithmetic.</summary>
internal readonly struct Precise<TAllowance> : IExponentialRun
    where TAllowance : struct, IAllowance
{
    public static (V First, V Second) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => PreciseExponential.Ends<V, TFunction>(x, TAllowance.OfPrecise);
}

/// <summary>An exponential function by name.</summary>
internal abstract class ExponentialFunction
{
    public static ExponentialFunction Of(string name) => name switch
    {
        "Exp" => new ExponentialFunction<Exp>(name),
        "Exp2" => new ExponentialFunction<Exp2>(name),
        "Exp10" => new ExponentialFunction<Exp10>(name),
        "ExpM1" => new ExponentialFunction<ExpM1>(name),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No exponential function."),
    };

    public abstract ReferenceFunction Reference { get; }

    public abstract (double NearLimit, double Vanishing, double LeastNormal, double LargestFinite) Limits { get; }

    public abstract double ErrorBoundInUlp { get; }

    public abstract bool IsNear(params double[] arguments);

    /// <summary>On lanes of each width; all must agree to the bit.</summary>
    public abstract (double First, double Second)[] Run<TRun>(double[] inputs) where TRun : struct, IExponentialRun;

    /// <summary>The arguments of the fast path.</summary>
    public double[] Near(double[] inputs) => [.. inputs.Where(x => Math.Abs(x) < Limits.NearLimit)];

    /// <summary>Everything that is tried in every run of the tests.</summary>
    public double[] Inputs(int count)
    {
        var (nearLimit, vanishing, leastNormal, largestFinite) = Limits;
        var random = new Random(7);
        double step = nearLimit / 1021 / 512;
        return
        [
            .. Tests.Inputs.BitSpaced(count), .. Tests.Inputs.Uniform(count, nearLimit), .. Tests.Inputs.Uniform(count, 1),
            .. Tests.Inputs.Uniform(count / 2, 0.01), .. Tests.Inputs.Uniform(count / 2, 1e-7),

            // Subnormal results, and those about to be infinite.
            .. Enumerable.Range(0, count).Select(_ => leastNormal + ((vanishing - leastNormal) * random.NextDouble())),
            .. Enumerable.Range(0, count / 10).Select(_ => largestFinite * (1 - (random.NextDouble() / 500))),

            // Half-way between the table's points remainders are largest; beside 0 they count most.
            .. Enumerable.Range(0, count / 2).Select(_ => (random.Next(-400_000, 400_000) + AboutHalf()) * step),
            .. Enumerable.Range(0, count / 2).Select(_ => (random.Next(-4, 4) + AboutHalf()) * step),
            .. ((double[])[nearLimit, -nearLimit, vanishing, leastNormal, largestFinite, -nearLimit / 1021]).SelectMany(Beside),
            .. Enumerable.Range(-1100, 2200).Select(n => (double)n), .. Reference.HardCases.Select(point => point.X),
        ];

        double AboutHalf() => 0.5 + (0.02 * (random.NextDouble() - 0.5));
    }

    private static IEnumerable<double> Beside(double x) =>
        Enumerable.Range(-40, 81).Select(i => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + i));
}

/// <summary>The same with its type.</summary>
internal sealed class ExponentialFunction<TFunction>(string name) : ExponentialFunction
    where TFunction : struct, IExponential
{
    public override ReferenceFunction Reference { get; } = ReferenceFunction.Of(name);

    public override (double NearLimit, double Vanishing, double LeastNormal, double LargestFinite) Limits =>
        (TFunction.ReductionConstants[^1], TFunction.Vanishing, TFunction.LeastNormal, TFunction.LargestFinite);

    public override double ErrorBoundInUlp => TFunction.ErrorBoundInUlp;

    public override bool IsNear(params double[] arguments)
    {
        Double1<Near> range = Exponential<TFunction>.NothingNoted<Double1<Near>>();
        foreach (double x in arguments)
            (_, _, _, range) = Exponential<TFunction>.Begin(x, default, range, Exponential<TFunction>.ConstantsOfBegin<Double1<Near>>());
        return Exponential<TFunction>.IsNear(range);
    }

    public override (double First, double Second)[] Run<TRun>(double[] inputs) => EachWidth.Run<OfFunction<TRun>>(Reference.Name, inputs);

    private readonly struct OfFunction<TRun> : ILanesRun
        where TRun : struct, IExponentialRun
    {
        public static bool IsNear => TRun.IsNear;

        public static bool IsForBoth => typeof(TRun) == typeof(AnyArgument);

        public static (V First, V Second) Evaluate<V>(V x)
            where V : struct, ILanes<V> => TRun.Evaluate<V, TFunction>(x);
    }
}
