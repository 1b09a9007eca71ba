using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>The exponential functions of doubles: see <see cref="Exponential"/>.</summary>
internal readonly struct ExponentialFunction<TFunction> : ICorrectFunction
    where TFunction : struct, IExponential
{
    // The columns: offsets of rows, steps, and what is left of the argument.
    private const int Offsets = 0, Steps = 1, First = 2;

    public static int Inputs => 1;

    public static int Results => 1;

    public static ref readonly double Table => ref ExpTable.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NothingNoted<V>()
        where V : struct, ILanes<V> => Exponential.NearSoFar;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (offsets, steps, first) = Exponential.Reduce<V, TFunction>(x);
        scratch[Offsets] = offsets;
        scratch[Steps] = steps;
        scratch[First] = first;
        return Exponential.NoteRange<V, TFunction>(range, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => Exponential.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V> => -(V.Abs(x) - TFunction.NearLimit);

    public void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (point, shift) = scratch.Pairs(in table, Offsets);
        if (!TTest.IsTested)
        {
            V result = Exponential.Finish<V, TFunction>(point, shift, scratch[Steps], scratch[First]);
            return (result, result, default, default);
        }

        var (nearest, other) = Exponential.Finish<V, TFunction>(point, shift, scratch[Steps], scratch[First], TTest.RelativeError);
        return (nearest, other, default, default);
    }

    // Of any argument, in near lanes too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y)
        where V : struct, ILanes<V> => (Exponential.Evaluate<V, TFunction>(x), default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        if (!TTest.IsTested)
        {
            V result = Exponential.Evaluate<V, TFunction>(x);
            return (result, result, default, default);
        }

        var (offsets, steps, first) = Exponential.ReduceAny<V, TFunction>(x);
        var (point, shift) = V.Pairs(in ExpTable.First, offsets);
        var (nearest, other) = Exponential.FinishAny<V, TFunction>(point, shift, steps, first, x, TTest.RelativeError);
        return (nearest, other, default, default);
    }

    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(V x, V y, Scratch<V> begun)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (lower, upper) = PreciseExponential.Ends<V, TFunction>(x, TTest.PreciseRelativeError);
        return (lower, upper, default, default);
    }

    public static double Round<TTest>(double x, double y, int result)
        where TTest : struct, IRoundingTest => TFunction.Round<TTest>(x);
}

/// <summary>What has been proved of an exponential function.</summary>
internal readonly struct ProvedExponential<TFunction> : IRoundingTest
    where TFunction : struct, IExponential
{
    public static double RelativeError => TFunction.RelativeError;

    public static double PreciseRelativeError => PreciseExponential.RelativeError;

    public static UInt192 WideError => Proved.WideError;
}

/// <summary>The exponential functions of floats: see <see cref="SingleExponential"/>.</summary>
internal readonly struct SingleExponentialFunction<TFunction> : ITableFunction
    where TFunction : struct, ISingleExponential
{
    private const int Offsets = 0, Steps = 1, First = 2;

    public static int Inputs => 1;

    public static int Results => 1;

    public static ref readonly double Table => ref TFunction.Table;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NothingNoted<V>()
        where V : struct, ILanes<V> => Exponential.NearSoFar;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (offsets, steps, first) = TFunction.Reduce(x);
        scratch[Offsets] = offsets;
        scratch[Steps] = steps;
        scratch[First] = first;
        return SingleExponential.NoteRange<V, TFunction>(range, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => Exponential.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V> => -(V.Abs(x) - TFunction.NearLimit);

    public void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (row, next) = scratch.Pairs(in table, Offsets);
        V result = TFunction.Finish(row, next, scratch[Steps], scratch[First]);
        return (result, result, default, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        V result = SingleExponential.Evaluate<V, TFunction>(x);
        return (result, result, default, default);
    }
}
