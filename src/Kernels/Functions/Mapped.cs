namespace Kernels.Functions;

/// <summary>Two numbers that are made of the two results of a function.</summary>
internal interface IMap
{
    (V First, V Second) Map<V>(V first, V second) where V : struct, ILanes<V>;
}

/// <summary>A function of one number in two phases, the second without it, and what is made of its two results: a third phase.</summary>
internal readonly struct Mapped<TFunction, TMap>(TMap map) : ITableFunction
    where TFunction : struct, ITableFunction where TMap : struct, IMap
{
    public static int Results => 2;

    public static int Columns => TFunction.Columns;

    public static bool HasMiddle => true;

    public static ref readonly double Table => ref TFunction.Table;

    public static int RowLength => TFunction.RowLength;

    public static bool BeginsAgain => TFunction.BeginsAgain;

    public static ref readonly double TableOfAgain => ref TFunction.TableOfAgain;

    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => TFunction.ConstantsOfBegin<V>();

    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => TFunction.ConstantsOfSecond<V>();

    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants)
        where V : struct, ILanes<V> => TFunction.Begin(x, y, range, constants);

    public static bool IsNear<V>(V range) where V : struct, ILanes<V> => TFunction.IsNear(range);

    public static V Exceptional<V>(V x) where V : struct, ILanes<V> => TFunction.Exceptional(x);

    public static (V Offsets, V Argument) BeginAgain<V>(V x) where V : struct, ILanes<V> => TFunction.BeginAgain(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second) EndAgain<V>(V argument, in TableRow<V> row, V offsets, V first, V second)
        where V : struct, ILanes<V> => TFunction.EndAgain(argument, row, offsets, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V First, V Second) Columns, V Offsets) Middle<V>(V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (u, v) = default(TFunction).Finish<V, Untested>(x, row, first, second, constants);
        return ((u.Nearest, v.Nearest), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        (first, second) = map.Map(first, second);
        return ((first, first), (second, second));
    }
}
