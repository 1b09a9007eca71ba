using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>A way through a kernel of doubles, with two results.</summary>
internal interface IKernelRun
{
    /// <summary>Whether it is for ordinary arguments, on near lanes.</summary>
    static virtual bool IsNear => false;

    static abstract (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest;
}

/// <summary>All phases at once, for any argument.</summary>
internal readonly struct AnyArgument : IKernelRun
{
    public static (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest => (TKernel.Evaluate(x, default).First, 0);
}

/// <summary>One phase after the other.</summary>
internal readonly struct TwoPhases : IKernelRun
{
    public static bool IsNear => true;

    public static (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest => (Tested<V, TKernel, Untested>(x).First, 0);

    /// <summary>With a rounding test.</summary>
    public static (V First, V Second) Tested<V, TKernel, TTest>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TTest : struct, IRoundingTest
    {
        var (offsets, begun, secondBegun, _) = TKernel.Begin(x, default, TKernel.NothingNoted<V>(), TKernel.ConstantsOfBegin<V>());
        return default(TKernel).Finish<V, TTest>(
            x, TableReads.Row<V, TKernel>(offsets), begun, secondBegun, TKernel.ConstantsOfSecond<V>()).First;
    }
}

/// <summary>Errors that the rounding tests allow for.</summary>
internal interface IAllowance
{
    static abstract double OfFirstStage<TProof>()
        where TProof : struct, IRoundingTest;

    static abstract double OfPrecise<TProof>()
        where TProof : struct, IRoundingTest;
}

/// <summary>What has been proved or derived.</summary>
internal readonly struct Declared : IAllowance
{
    public static double OfFirstStage<TProof>()
        where TProof : struct, IRoundingTest => TProof.RelativeError;

    public static double OfPrecise<TProof>()
        where TProof : struct, IRoundingTest => TProof.PreciseRelativeError;
}

/// <summary>None: as if every stage were exact.</summary>
internal readonly struct LeftOut : IAllowance
{
    public static double OfFirstStage<TProof>()
        where TProof : struct, IRoundingTest => 0;

    public static double OfPrecise<TProof>()
        where TProof : struct, IRoundingTest => 0;
}

/// <summary>So much that what it is multiplied by can be counted.</summary>
internal readonly struct Large : IAllowance
{
    /// <summary>2⁻³⁰.</summary>
    public static double OfFirstStage<TProof>()
        where TProof : struct, IRoundingTest => 1.0 / (1L << 30);

    /// <summary>2⁻⁵³.</summary>
    public static double OfPrecise<TProof>()
        where TProof : struct, IRoundingTest => 1.0 / (1L << 53);
}

/// <summary>A rounding test that allows for it.</summary>
internal readonly struct Allowing<TAllowance, TProof> : IRoundingTest
    where TAllowance : struct, IAllowance
    where TProof : struct, IRoundingTest
{
    public static double RelativeError => TAllowance.OfFirstStage<TProof>();

    public static double PreciseRelativeError => TAllowance.OfPrecise<TProof>();
}

/// <summary>With the rounding test, for any argument.</summary>
internal readonly struct TestedAnyArgument<TAllowance> : IKernelRun
    where TAllowance : struct, IAllowance
{
    public static (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest => TwoPhases.Tested<V, TKernel, Allowing<TAllowance, TProof>>(x);
}

/// <summary>With the rounding test, for ordinary arguments.</summary>
internal readonly struct TestedTwoPhases<TAllowance> : IKernelRun
    where TAllowance : struct, IAllowance
{
    public static bool IsNear => true;

    public static (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest => TwoPhases.Tested<V, TKernel, Allowing<TAllowance, TProof>>(x);
}

/// <summary>In double-double arithmetic.</summary>
internal readonly struct Precise<TAllowance> : IKernelRun
    where TAllowance : struct, IAllowance
{
    public static (V First, V Second) Evaluate<V, TKernel, TProof>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ICorrectFunction
        where TProof : struct, IRoundingTest
    {
        var (offsets, begun, secondBegun, _) = TKernel.Begin(x, default, TKernel.NothingNoted<V>(), TKernel.ConstantsOfBegin<V>());
        var (lower, upper, _, _) =
            TKernel.EvaluatePrecisely<V, Allowing<TAllowance, TProof>>(x, default, offsets, begun, secondBegun);
        return (lower, upper);
    }
}
