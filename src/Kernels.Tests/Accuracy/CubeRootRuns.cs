using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>Ways through the kernel of the cube root.</summary>
internal static class CubeRootRuns
{
    /// <summary>Both phases at once, for any argument.</summary>
    public readonly struct AnyArgument : ILanesRun
    {
        public static bool IsForBoth => true;

        public static (V First, V Second) Evaluate<V>(V x)
            where V : struct, ILanes<V> => (CubeRoot.Evaluate(x, default).First, 0);
    }

    /// <summary>One phase after the other, with a rounding test, on whole lanes.</summary>
    public readonly struct Whole<TTest> : ILanesRun
        where TTest : struct, IRoundingTest
    {
        public static (V First, V Second) Evaluate<V>(V x)
            where V : struct, ILanes<V> => TwoPhases<V, TTest>(x);
    }

    /// <summary>The same on near lanes.</summary>
    public readonly struct Near<TTest> : ILanesRun
        where TTest : struct, IRoundingTest
    {
        public static bool IsNear => true;

        public static (V First, V Second) Evaluate<V>(V x)
            where V : struct, ILanes<V> => TwoPhases<V, TTest>(x);
    }

    /// <summary>In double-double arithmetic.</summary>
    public readonly struct Precise<TTest> : ILanesRun
        where TTest : struct, IRoundingTest
    {
        public static (V First, V Second) Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            var (offsets, first, second, _) = CubeRoot.Begin(x, default, default, CubeRoot.ConstantsOfBegin<V>());
            var (lower, upper, _, _) = CubeRoot.EvaluatePrecisely<V, TTest>(x, default, offsets, first, second);
            return (lower, upper);
        }
    }

    /// <summary>As if every stage were exact.</summary>
    public readonly struct LeftOut : IRoundingTest
    {
        public static double RelativeError => 0;

        public static double PreciseRelativeError => 0;
    }

    /// <summary>So much that what is undecided can be counted: one root in 32 to 64.</summary>
    public readonly struct Large : IRoundingTest
    {
        public static double RelativeError => 0;

        /// <summary>2⁻⁵⁹.</summary>
        public static double PreciseRelativeError => 1.0 / (1L << 59);
    }

    /// <summary>As if nothing were known.</summary>
    public readonly struct Doubtful : IRoundingTest
    {
        public static double RelativeError => 1e-14;

        public static double PreciseRelativeError => 1e-14;
    }

    private static (V Nearest, V Other) TwoPhases<V, TTest>(V x)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (offsets, first, second, _) = CubeRoot.Begin(x, default, default, CubeRoot.ConstantsOfBegin<V>());
        var (table, divisor) = V.Pairs(in CubeRoot.Table, offsets);
        return default(CubeRoot).Finish<V, TTest>(
            x, new(table, divisor, default, default), first, second, CubeRoot.ConstantsOfSecond<V>()).First;
    }
}
