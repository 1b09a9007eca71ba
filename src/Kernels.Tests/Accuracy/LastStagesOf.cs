using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The last stages of functions by name, and arguments for them: the second is 0 for functions of one input.</summary>
internal sealed record LastStagesOf(
    Func<double, double, double?> RoundWide,
    Func<double, double, double> RoundExactly,
    Func<double, double, (UInt192 Fraction, int Exponent, bool IsNegative)> EvaluateWide,
    Func<double, double, int, (BigInteger Units, int Exponent)> EvaluateExactly,
    Func<double, double, bool> IsTrivial,
    Func<double, double, double> RoundInDoubt,
    Func<long> ExactCalls,
    UInt192 WideError)
{
    public static readonly Dictionary<string, LastStagesOf> ByName = new()
    {
        ["Exp"] = Create<Exponential<Exp>, Proved>(),
        ["Exp2"] = Create<Exponential<Exp2>, Proved>(),
        ["Exp10"] = Create<Exponential<Exp10>, Proved>(),
        ["ExpM1"] = Create<Exponential<ExpM1>, Proved>(),
        ["Log"] = Create<Logarithm<Log>, Proved>(),
        ["Log2"] = Create<Logarithm<Log2>, Proved>(),
        ["Log10"] = Create<Logarithm<Log10>, Proved>(),
        ["LogP1"] = Create<Logarithm<LogP1>, Proved>(),
        ["Pow"] = Create<Power, ProvedPower>(),
    };

    /// <summary>
    /// Of those that have a value: spaced in their bits, uniform in the range of finite powers and near 0 and 1, hard ones, and beside
    /// every threshold; of powers those that are neither 0 nor infinite, of bases of any bits and near 1, and of exponents likewise.
    /// </summary>
    public static (double X, double Y)[] Arguments(string name, int count)
    {
        var function = ReferenceFunction.Of(name);
        var candidates = function.Inputs == 2 ? Pairs(function, count) : Candidates(name, count).Select(x => (x, 0.0));
        return [.. candidates.Where(pair => AreFor(function, pair.Item1, pair.Item2))];
    }

    /// <summary>Whether they get there: there is a value, and powers of other than 0 and 1 are neither infinite nor 0.</summary>
    public static bool AreFor(ReferenceFunction function, double x, double y) => function.HasValue(x, y)
        && (function.Inputs == 1 || (Math.Abs(x) is not (0 or 1) && y != 0 && Math.Abs(y * Math.Log(Math.Abs(x))) < 750));

    private static IEnumerable<(double X, double Y)> Pairs(ReferenceFunction function, int count)
    {
        var random = new Random(21);
        double[] bases =
        [
            .. Inputs.BitSpaced(count / 2).Where(double.IsFinite).Select(Math.Abs), .. Inputs.Uniform(count / 2, 100).Select(Math.Abs),
            .. Inputs.Uniform(count / 4, 0.1).Select(x => 1 + x), .. Inputs.Uniform(count / 8, 1e-9).Select(x => 1 + x),
        ];
        foreach (double x in bases.Where(x => x is not (0 or 1)))
        {
            double y = random.NextDouble() * 744 / Math.Log(x) * (random.Next(2) == 0 ? 1 : -0.95);
            yield return (x, random.Next(4) == 0 ? y * Math.ScaleB(1, -random.Next(60)) : y);
            if (Math.Abs(y) > 1)
                yield return (-x, Math.Round(y));
        }

        foreach (var pair in function.HardCases)
            yield return pair;
    }

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

    private static LastStagesOf Create<T, TProof>()
        where T : struct, ILastStages
        where TProof : struct, IRoundingTest => new(
            (x, y) => T.Trivial(x, y, 0) ?? LastStages<T>.RoundWide<TProof>(x, y),
            (x, y) => T.Trivial(x, y, 0) ?? LastStages<T>.RoundExactly(x, y),
            (x, y) => T.EvaluateWide(x, y, 0),
            (x, y, bits) => T.EvaluateExactly(x, y, 0, bits),
            (x, y) => T.Trivial(x, y, 0) is not null,
            (x, y) => LastStages<T>.Round<Doubt>(x, y, 0),
            () => LastStages<T>.ExactCalls,
            TProof.WideError);

    /// <summary>As if the wide integers had but some ninety bits.</summary>
    private readonly struct Doubt : IRoundingTest
    {
        public static double RelativeError => 0;

        public static double PreciseRelativeError => 0;

        public static UInt192 WideError => new(0, 1ul << 36, 0);
    }
}
