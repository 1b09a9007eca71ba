using System.Numerics;
using Kernels.Curves;
using Kernels.Functions;

namespace Kernels.Tests;

/// <summary>Every public span operation in either precision.</summary>
internal static class Operations
{
    /// <summary>Five harmonics of x, the last one odd, and three of y.</summary>
    private static readonly FourierCurve Shape = new([0.5, -1, 0, 2, 0, 0.25], [0, 3, 1, -0.125], [1, 1], [0, -2, 0, 5]);

    private static readonly Operation<double>[] Doubles =
    [
        One<double, Strips<Sine>>("Sin", Elementary.Sin, Elementary.Sin),
        One<double, Strips<Cosine>>("Cos", Elementary.Cos, Elementary.Cos),
        Two<double, PairStrips<SineAndCosine>>("SinCos", Elementary.SinCos, Elementary.SinCos, "sinDestination", "cosDestination"),
        One<double, CorrectStrips<CorrectSine, Proved>>("CorrectSin", CorrectlyRounded.Sin, CorrectlyRounded.Sin),
        One<double, CorrectStrips<CorrectCosine, Proved>>("CorrectCos", CorrectlyRounded.Cos, CorrectlyRounded.Cos),
        Two<double, CorrectPairStrips<Proved>>(
            "CorrectSinCos", CorrectlyRounded.SinCos, CorrectlyRounded.SinCos, "sinDestination", "cosDestination"),
        OfDoubles<HeartCurve, PairStrips<Heart>>("Heart", default, default),
        OfDoubles<FourierCurve, PairStrips<Fourier>>("Fourier", Shape, new(Shape.Map)),
        One<double, Blocks<Root>>(
            "Apply",
            (x, y) => Function.Apply(Root.Usual, x, y),
            (x, y, options, progress) => Function.Apply(Root.Usual, x, y, options, progress),
            new(Root.Usual)),
        OfDoubles<OneSidedCurve, PairBlocks<OneSidedCurve>>("OneSided", OneSidedCurve.Usual, new(OneSidedCurve.Usual)),
        OfDoubles<OtherSidedCurve, PairBlocks<OtherSidedCurve>>("OtherSided", default, default),
    ];

    private static readonly Operation<float>[] Singles =
    [
        One<float, SingleStrips<Sine>>("Sin", Elementary.Sin, Elementary.Sin),
        One<float, SingleStrips<Cosine>>("Cos", Elementary.Cos, Elementary.Cos),
        Two<float, SinglePairStrips<SineAndCosine>>("SinCos", Elementary.SinCos, Elementary.SinCos, "sinDestination", "cosDestination"),
        One<float, SingleStrips<Sine>>("CorrectSin", CorrectlyRounded.Sin, CorrectlyRounded.Sin),
        One<float, SingleStrips<Cosine>>("CorrectCos", CorrectlyRounded.Cos, CorrectlyRounded.Cos),
        Two<float, SinglePairStrips<SineAndCosine>>(
            "CorrectSinCos", CorrectlyRounded.SinCos, CorrectlyRounded.SinCos, "sinDestination", "cosDestination"),
        OfSingles<HeartCurve, SinglePairStrips<Heart>>("Heart", default, default),
        OfSingles<FourierCurve, SinglePairStrips<Fourier>>("Fourier", Shape, new(Shape.Map)),
        One<float, SingleBlocks<Root>>(
            "Apply",
            (x, y) => Function.Apply(Root.Usual, x, y),
            (x, y, options, progress) => Function.Apply(Root.Usual, x, y, options, progress),
            new(Root.Usual)),
        OfSingles<OneSidedCurve, SinglePairBlocks<OneSidedCurve>>("OneSided", OneSidedCurve.Usual, new(OneSidedCurve.Usual)),
        OfSingles<OtherSidedCurve, SinglePairBlocks<OtherSidedCurve>>("OtherSided", default, default),
    ];

    public static Operation<T>[] All<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => (Operation<T>[])(object)(typeof(T) == typeof(double) ? Doubles : Singles);

    public static Operation<T> Named<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => All<T>().Single(operation => operation.Name == name);

    public static IEnumerable<TheoryDataRow<string>> Names<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => All<T>().Select(operation => new TheoryDataRow<string>(operation.Name));

    public static IEnumerable<TheoryDataRow<string, int>> NamesAnd<T>(params int[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        from operation in All<T>() from number in numbers select new TheoryDataRow<string, int>(operation.Name, number);

    private static Operation<T> One<T, TBody>(string name, OneResult<T> sequential, OneResultInParallel<T> parallel, TBody body = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TBody : struct, IOneToOne<T> => new(
        name,
        ["destination"],
        (x, y, _) => sequential(x, y),
        (x, y, _, options, progress) => parallel(x, y, options, progress),
        (x, y, _, width) => OneToOne.Evaluate(body, x, y, width));

    private static Operation<T> Two<T, TBody>(
        string name, TwoResults<T> sequential, TwoResultsInParallel<T> parallel, string firstName, string secondName, TBody body = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TBody : struct, IOneToTwo<T> =>
        new(name, [firstName, secondName], sequential, parallel, (t, x, y, width) => OneToTwo.Evaluate(body, t, x, y, width));

    private static Operation<double> OfDoubles<TCurve, TBody>(string name, TCurve curve, TBody body)
        where TCurve : ICurve
        where TBody : struct, IOneToTwo<double> => Two<double, TBody>(
        name,
        (t, x, y) => Curve.Evaluate(curve, t, x, y),
        (t, x, y, options, progress) => Curve.Evaluate(curve, t, x, y, options, progress),
        "x",
        "y",
        body);

    private static Operation<float> OfSingles<TCurve, TBody>(string name, TCurve curve, TBody body)
        where TCurve : ICurve
        where TBody : struct, IOneToTwo<float> => Two<float, TBody>(
        name,
        (t, x, y) => Curve.Evaluate(curve, t, x, y),
        (t, x, y, options, progress) => Curve.Evaluate(curve, t, x, y, options, progress),
        "x",
        "y",
        body);
}
