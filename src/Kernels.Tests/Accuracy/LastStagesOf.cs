using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The last stages of functions of one input by name, and arguments for them.</summary>
internal sealed record LastStagesOf(
    Func<double, double?> RoundWide,
    Func<double, double> RoundExactly,
    Func<double, (UInt192 Fraction, int Exponent, bool IsNegative)> EvaluateWide,
    Func<double, int, (BigInteger Units, int Exponent)> EvaluateExactly,
    Func<double, bool> IsTrivial,
    Func<double, double> RoundInDoubt,
    Func<long> ExactCalls)
{
    public static readonly Dictionary<string, LastStagesOf> ByName = new()
    {
        ["Exp"] = Create<Exponential<Exp>>(),
        ["Exp2"] = Create<Exponential<Exp2>>(),
        ["Exp10"] = Create<Exponential<Exp10>>(),
        ["ExpM1"] = Create<Exponential<ExpM1>>(),
        ["Log"] = Create<Logarithm<Log>>(),
        ["Log2"] = Create<Logarithm<Log2>>(),
        ["Log10"] = Create<Logarithm<Log10>>(),
        ["LogP1"] = Create<Logarithm<LogP1>>(),
    };

    /// <summary>
    /// Of those that have a value: spaced in their bits, uniform in the range of finite powers and near 0 and 1, hard ones, and beside
    /// every threshold.
    /// </summary>
    public static double[] Arguments(string name, int count) =>
        [.. Candidates(name, count).Where(x => ReferenceFunction.Of(name).HasValue(x))];

    private static double[] Candidates(string name, int count) =>
    [
        .. Inputs.BitSpaced(count), .. Inputs.Uniform(count, 750), .. Inputs.Uniform(count / 4, 1080), .. Inputs.Uniform(count, 1),
        .. Inputs.Uniform(count / 4, 1e-3), .. Inputs.Uniform(count / 4, 1e-12), .. Inputs.Uniform(count / 4, 1e-16),
        .. Inputs.Uniform(count / 4, 0.5).Select(x => 1 + x), .. Inputs.Uniform(count / 4, 1e-9).Select(x => 1 + x),
        .. ReferenceFunction.Of(name).HardCases.Select(c => c.X), 0, -0.0, double.MaxValue, double.MinValue,
        .. Thresholds.SelectMany(x => (double[])[x, Math.BitIncrement(x), Math.BitDecrement(x)]).SelectMany(x => (double[])[x, -x]),
    ];

    /// <summary>Where the stages change their way: sure results, series of their own, binades.</summary>
    private static readonly double[] Thresholds =
    [
        710, 746, 38, 1024, 1075, 309, 324, 0.25, 0.5, 1, Math.ScaleB(1, -56), Math.ScaleB(1, -54), Math.ScaleB(1, -53),
        Math.Sqrt(2), Math.Sqrt(0.5), Math.Sqrt(2) - 1, 1 - Math.Sqrt(0.5), 1e22,
    ];

    private static LastStagesOf Create<T>()
        where T : struct, ILastStages => new(
            x => T.Trivial(x, 0, 0) ?? LastStages<T>.RoundWide<Proved>(x),
            x => T.Trivial(x, 0, 0) ?? LastStages<T>.RoundExactly(x),
            x => T.EvaluateWide(x, 0, 0),
            (x, bits) => T.EvaluateExactly(x, 0, 0, bits),
            x => T.Trivial(x, 0, 0) is not null,
            x => LastStages<T>.Round<Doubt>(x, 0, 0),
            () => LastStages<T>.ExactCalls);

    /// <summary>As if the wide integers had but some ninety bits.</summary>
    private readonly struct Doubt : IRoundingTest
    {
        public static double RelativeError => 0;

        public static double PreciseRelativeError => 0;

        public static UInt192 WideError => new(0, 1ul << 36, 0);
    }
}
