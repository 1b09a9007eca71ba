using System.Diagnostics;

namespace Kernels.Functions;

/// <summary>A function of one or two numbers with one or two results, by tables, in two or three phases.</summary>
/// <remarks>
/// On near lanes the phases serve ordinary arguments without a branch; a strip that has others goes through them on whole lanes, which
/// serve all. An element has the same bits either way. docs/architecture.md says why there are phases.
/// </remarks>
internal interface ITableFunction
{
    /// <summary>One or two.</summary>
    static virtual int Inputs => 1;

    /// <summary>One or two.</summary>
    static virtual int Results => 1;

    /// <summary>Columns that the first phase leaves, the offsets among them: two or three.</summary>
    static virtual int Columns => 3;

    /// <summary>Whether the phases after the first take the argument on near lanes too.</summary>
    static virtual bool ReadsArgumentAgain => false;

    /// <summary>Whether there is a phase between the first and the last.</summary>
    static virtual bool HasMiddle => false;

    /// <summary>What the second phase reads rows of: asked for before a loop, since the first to ask may have to make it.</summary>
    static virtual ref readonly double Table => ref Unsafe.NullRef<double>();

    /// <summary>The elements of a row: four, two, or none; then the row begins with the offsets, which may be anything.</summary>
    static virtual int RowLength => 4;

    /// <summary>What the first phase wants in registers, from memory: the compiler puts literals back to where they are used.</summary>
    static virtual Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => default;

    /// <summary>What the second phase wants in registers.</summary>
    static virtual Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => default;

    /// <summary>What the last of three phases reads rows of.</summary>
    static virtual ref readonly double LastTable => ref Unsafe.NullRef<double>();

    /// <summary>The elements of such a row: two, or none.</summary>
    static virtual int LastRowLength => 0;

    /// <summary>What the last of three phases wants in registers.</summary>
    static virtual Constants<V> ConstantsOfLast<V>() where V : struct, ILanes<V> => default;

    /// <summary>What has been noted of no vectors.</summary>
    static virtual V NothingNoted<V>() where V : struct, ILanes<V> => default;

    /// <summary>The first phase: offsets of rows and what else the next phase needs of the inputs.</summary>
    /// <remarks>Range is what <see cref="IsNear{V}(V)"/> wants to know of the vectors so far, if lanes are near.</remarks>
    static abstract (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants)
        where V : struct, ILanes<V>;

    /// <summary>
    /// Whether all arguments so far are ordinary; perhaps not, if one is at the border. By default, whether no sign bit is set.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual bool IsNear<V>(V range) where V : struct, ILanes<V> => V.AllBitsLess(V.ShiftRight(range, 63), 1);

    /// <summary>The second of three phases: two columns, and the offsets of rows of <see cref="LastTable"/>.</summary>
    static virtual ((V First, V Second) Columns, V Offsets) Middle<V>(V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where V : struct, ILanes<V> => throw new UnreachableException();

    /// <summary>The range, with what <see cref="IsNear{V}(V)"/> wants to know of the first column that the second phase leaves.</summary>
    static virtual V RangeOfMiddle<V>(V range, V first) where V : struct, ILanes<V> => range;

    /// <summary>The last phase: for each result the nearest number known, and another one if that might be nearer.</summary>
    /// <remarks>x is there if lanes are whole or it is read again, the row and the constants if this is the second phase.</remarks>
    ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest;

    /// <summary>The result of two numbers, or what it is of special ones: on whole lanes, after the last phase.</summary>
    static virtual V Special<V>(V x, V y, V result) where V : struct, ILanes<V> => result;

    /// <summary>Whether vectors with arguments that are not ordinary begin again, in two halves, instead of once on whole lanes.</summary>
    static virtual bool BeginsAgain => false;

    /// <summary>What the second half reads rows of four of.</summary>
    static virtual ref readonly double TableOfAgain => throw new UnreachableException();

    /// <summary>Not below 0 where an argument is ordinary.</summary>
    static virtual V Exceptional<V>(V x) where V : struct, ILanes<V> => throw new UnreachableException();

    /// <summary>The first half.</summary>
    static virtual (V Offsets, V Argument) BeginAgain<V>(V x) where V : struct, ILanes<V> => throw new UnreachableException();

    /// <summary>The second: what the first phase should have left, where an argument is not ordinary.</summary>
    static virtual (V Offsets, V First, V Second) EndAgain<V>(V argument, in TableRow<V> row, V offsets, V first, V second)
        where V : struct, ILanes<V> => throw new UnreachableException();
}

/// <summary>The elements of a table's row, of each lane its own.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct TableRow<V>(V first, V second, V third, V fourth) where V : struct, ILanes<V>
{
    public readonly V First = first, Second = second, Third = third, Fourth = fourth;
}

/// <summary>What can be computed in more precision, as much as it takes.</summary>
internal interface ICorrectFunction : ITableFunction, ILastStages
{
    /// <summary>The results, for lanes within a user's function: in near lanes NaN may stand for what is not ordinary.</summary>
    static abstract (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>;

    /// <summary>
    /// In double-double arithmetic, from the inputs and what the first phase has left of them: for each result the doubles nearest to it
    /// less and plus what it may be off by.
    /// </summary>
    static abstract (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V begun, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest;
}
