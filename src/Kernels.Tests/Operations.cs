using System.Numerics;
using Kernels.Curves;
using Kernels.Functions;

namespace Kernels.Tests;

/// <summary>Every public span operation in either precision.</summary>
internal static partial class Operations
{
    /// <summary>Five harmonics of x, the last one odd, and three of y.</summary>
    private static readonly FourierCurve Shape = new([0.5, -1, 0, 2, 0, 0.25], [0, 3, 1, -0.125], [1, 1], [0, -2, 0, 5]);

    private static readonly Operation<double>[] Doubles =
    [
        .. ElementaryDoubles,
        OfDoubles<HeartCurve, HeartBody>("Heart", default, default),
        OfDoubles<FourierCurve, TableBody<Mapped<OnCircle<SineAndCosine>, Fourier>, Declared>>("Fourier", Shape, new(new(Shape.Map))),
        One<double, LanesBody<Root, FunctionResult<Root>>>(
            "Apply",
            (x, y) => Function.Apply(Root.Usual, x, y),
            (x, y, options, progress) => Function.Apply(Root.Usual, x, y, options, progress),
            new(Root.Usual)),
        OfDoubles<OneSidedCurve, LanesBody<OneSidedCurve, CurveResults<OneSidedCurve>>>(
            "OneSided", OneSidedCurve.Usual, new(OneSidedCurve.Usual)),
        OfDoubles<OtherSidedCurve, LanesBody<OtherSidedCurve, CurveResults<OtherSidedCurve>>>("OtherSided", default, default),
    ];

    private static readonly Operation<float>[] Singles =
    [
        .. ElementarySingles,
        OfSingles<HeartCurve, SingleHeartBody>("Heart", default, default),
        OfSingles<FourierCurve, TableBody<Mapped<SingleOnCircle<SineAndCosine>, Fourier>, Declared>>("Fourier", Shape, new(new(Shape.Map))),
        One<float, LanesBody<Root, FunctionResult<Root>>>(
            "Apply",
            (x, y) => Function.Apply(Root.Usual, x, y),
            (x, y, options, progress) => Function.Apply(Root.Usual, x, y, options, progress),
            new(Root.Usual)),
        OfSingles<OneSidedCurve, LanesBody<OneSidedCurve, CurveResults<OneSidedCurve>>>(
            "OneSided", OneSidedCurve.Usual, new(OneSidedCurve.Usual)),
        OfSingles<OtherSidedCurve, LanesBody<OtherSidedCurve, CurveResults<OtherSidedCurve>>>("OtherSided", default, default),
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
        where TBody : struct, IBody => new(
        name,
        1,
        ["destination"],
        (x, _, u, _) => sequential(x, u),
        (x, _, u, _, options) => parallel(x, u, options, null),
        (x, _, u, _, width) => Driver.Evaluate(body, x, u, default, width));

    private static Operation<T> Two<T, TBody>(
        string name, TwoResults<T> sequential, TwoResultsInParallel<T> parallel, string firstName, string secondName, TBody body = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TBody : struct, IBody =>
        new(
            name,
            1,
            [firstName, secondName],
            (t, _, x, y) => sequential(t, x, y),
            (t, _, x, y, options) => parallel(t, x, y, options, null),
            (t, _, x, y, width) => Driver.Evaluate(body, t, x, y, width));

    private static Operation<T> Pairs<T, TBody>(
        string name,
        OfPairs<T> sequential,
        OfPairsInParallel<T> parallel,
        WithSecond<T> withSecond,
        WithSecondInParallel<T> withSecondInParallel,
        WithFirst<T> withFirst,
        WithFirstInParallel<T> withFirstInParallel)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TBody : struct, IBody => new(
        name,
        2,
        ["destination"],
        (x, y, u, _) => sequential(x, y, u),
        (x, y, u, _, options) => parallel(x, y, u, options, null),
        (x, y, u, _, width) => Driver.EvaluateOfTwo(default(TBody), x, y, u, width))
        {
            NumberForms =
        [
            new(
                false,
                withSecond,
                (x, y, u, options) => withSecondInParallel(x, y, u, options, null),
                (x, y, u, width) => Driver.EvaluateOfTwo(default(TBody), (ReadOnlySpan<T>)x, y, u, width)),
            new(
                true,
                (y, x, u) => withFirst(x, y, u),
                (y, x, u, options) => withFirstInParallel(x, y, u, options, null),
                (y, x, u, width) => Driver.EvaluateOfTwo(default(TBody), x, (ReadOnlySpan<T>)y, u, width)),
        ],
        };

    private static Operation<double> OfDoubles<TCurve, TBody>(string name, TCurve curve, TBody body)
        where TCurve : ICurve
        where TBody : struct, IBody => Two<double, TBody>(
        name,
        (t, x, y) => Curve.Evaluate(curve, t, x, y),
        (t, x, y, options, progress) => Curve.Evaluate(curve, t, x, y, options, progress),
        "x",
        "y",
        body);

    private static Operation<float> OfSingles<TCurve, TBody>(string name, TCurve curve, TBody body)
        where TCurve : ICurve
        where TBody : struct, IBody => Two<float, TBody>(
        name,
        (t, x, y) => Curve.Evaluate(curve, t, x, y),
        (t, x, y, options, progress) => Curve.Evaluate(curve, t, x, y, options, progress),
        "x",
        "y",
        body);
}
