using System.Diagnostics;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>A function of one or two numbers with one or two results, by tables, in one to three phases.</summary>
/// <remarks>
/// <para>
/// In one phase a vector is a chain of more than twenty dependent operations, and the processor's window holds hardly three of them: a
/// third of the machine idles. So a strip of vectors goes through the first phase, then through the next, with numbers in the columns of a
/// <see cref="Scratch{V}"/> between. Each has half the chain, and the second reads table offsets as numbers.
/// </para>
/// <para>
/// The phases serve ordinary arguments without a branch. Elements of a strip that has others are done again, those alone and all at once:
/// after the first phase (<see cref="BeginsAgain"/>) or after the last. Which way an element takes, it alone decides.
/// </para>
/// </remarks>
internal interface ITableFunction
{
    /// <summary>One or two.</summary>
    static abstract int Inputs { get; }

    /// <summary>One or two.</summary>
    static abstract int Results { get; }

    /// <summary>Of one phase: begin and finish, vector by vector. Of two: begin, then finish. Of three: the middle between.</summary>
    static virtual int Phases => 2;

    /// <summary>What the later phases read rows of: asked for before a loop, since the first to ask may have to make it.</summary>
    static abstract ref readonly double Table { get; }

    /// <summary>What the first phase wants in registers, from memory: the compiler puts literals back to where they are used.</summary>
    static virtual Constants<V> ConstantsOfBegin<V>()
        where V : struct, ILanes<V> => default;

    /// <summary>What the middle phase wants in registers.</summary>
    static virtual Constants<V> ConstantsOfMiddle<V>()
        where V : struct, ILanes<V> => default;

    /// <summary>What the last phase wants in registers.</summary>
    static virtual Constants<V> ConstantsOfFinish<V>()
        where V : struct, ILanes<V> => default;

    /// <summary>What has been noted of no vectors.</summary>
    static virtual V NothingNoted<V>()
        where V : struct, ILanes<V> => default;

    /// <summary>The first phase.</summary>
    /// <param name="x">The first input.</param>
    /// <param name="y">The second, if there is one.</param>
    /// <param name="range">What <see cref="IsNear{V}(V)"/> wants to know of the vectors before.</param>
    /// <param name="scratch">Receives what the next phase needs.</param>
    /// <param name="constants">What is wanted in registers.</param>
    /// <returns>The same of this one too.</returns>
    static abstract V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V>;

    /// <summary>Whether all arguments so far are ordinary; perhaps not, if one is at the border.</summary>
    static abstract bool IsNear<V>(V range)
        where V : struct, ILanes<V>;

    /// <summary>The second of three phases.</summary>
    void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>;

    /// <summary>The last phase.</summary>
    /// <returns>For each result the nearest number known, and another one if that might be nearer.</returns>
    (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest;

    /// <summary>Of any arguments at once, in whole lanes; in near lanes NaN may stand for what is not ordinary.</summary>
    /// <returns>As the last phase.</returns>
    (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest;

    /// <summary>Negative where an element is not ordinary.</summary>
    static abstract V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V>;

    /// <summary>Whether other elements are begun again after the first phase, instead of evaluated after the last.</summary>
    static virtual bool BeginsAgain => false;

    /// <summary>What the second half of that reads rows of.</summary>
    static virtual ref readonly double TableOfAgain => throw new UnreachableException();

    /// <summary>Begins again, first half: of one or two columns that it leaves, the first may be offsets of rows.</summary>
    static virtual void BeginAgain<V>(V x, Scratch<V> spare)
        where V : struct, ILanes<V> => throw new UnreachableException();

    /// <summary>Second half: replaces what the first phase has left of elements that are not ordinary.</summary>
    static virtual void EndAgain<V>(Scratch<V> spare, Scratch<V> scratch, ref readonly double table)
        where V : struct, ILanes<V> => throw new UnreachableException();
}

/// <summary>What can be computed in more precision, as much as it takes.</summary>
internal interface ICorrectFunction : ITableFunction
{
    /// <summary>The results, for lanes within a user's function: in near lanes NaN may stand for what is not ordinary.</summary>
    static abstract (V First, V Second) Evaluate<V>(V x, V y)
        where V : struct, ILanes<V>;

    /// <summary>
    /// In double-double arithmetic: for each result the doubles nearest to it less and plus what it may be off by.
    /// </summary>
    /// <param name="x">The first input.</param>
    /// <param name="y">The second.</param>
    /// <param name="begun">What the first phase has left of them, up to three columns.</param>
    static abstract (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(V x, V y, Scratch<V> begun)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest;

    /// <summary>The double nearest to the exact value of a result, of finite numbers.</summary>
    static abstract double Round<TTest>(double x, double y, int result)
        where TTest : struct, IRoundingTest;
}
