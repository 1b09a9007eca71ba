using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Two numbers that are made of the two results of a function.</summary>
internal interface IMap
{
    (V First, V Second) Map<V>(V first, V second)
        where V : struct, ILanes<V>;
}

/// <summary>A function of two phases, and what is made of its two results: a third one.</summary>
internal readonly struct Mapped<TFunction, TMap>(TMap map) : ITableFunction
    where TFunction : struct, ITableFunction
    where TMap : struct, IMap
{
    // Where the middle phase leaves the results: beside what it reads, or it would wait for its own stores.
    private const int First = 3, Second = 4;

    public static int Inputs => TFunction.Inputs;

    public static int Results => 2;

    public static int Phases => 3;

    public static ref readonly double Table => ref TFunction.Table;

    public static bool BeginsAgain => TFunction.BeginsAgain;

    public static ref readonly double TableOfAgain => ref TFunction.TableOfAgain;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>()
        where V : struct, ILanes<V> => TFunction.ConstantsOfBegin<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfMiddle<V>()
        where V : struct, ILanes<V> => TFunction.ConstantsOfFinish<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NothingNoted<V>()
        where V : struct, ILanes<V> => TFunction.NothingNoted<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V> => TFunction.Begin(x, y, range, scratch, constants);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => TFunction.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V> => TFunction.Exceptional(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BeginAgain<V>(V x, Scratch<V> spare)
        where V : struct, ILanes<V> => TFunction.BeginAgain(x, spare);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EndAgain<V>(Scratch<V> spare, Scratch<V> scratch, ref readonly double table)
        where V : struct, ILanes<V> => TFunction.EndAgain(spare, scratch, in table);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (first, _, second, _) = default(TFunction).Finish<V, Untested>(scratch, in table, constants);
        scratch[First] = first;
        scratch[Second] = second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (first, second) = map.Map(scratch[First], scratch[Second]);
        return (first, first, second, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (first, _, second, _) = default(TFunction).Evaluate<V, TTest>(x, y);
        (first, second) = map.Map(first, second);
        return (first, first, second, second);
    }
}
