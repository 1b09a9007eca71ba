#nullable enable

using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Tests;

/// <content>Written by tools/Kernels.Overloads.</content>
internal static partial class Operations
{
    private static Operation<double>[] ElementaryDoubles =>
    [
        One<double, TableBody<OnCircle<Sine>, Declared>>(
            "Sin", Elementary.Sin, Elementary.Sin),
        One<double, TableBody<OnCircle<Sine>, Correct<OnCircle<Sine>, Proved>>>(
            "CorrectSin", CorrectlyRounded.Sin, CorrectlyRounded.Sin),
        One<double, TableBody<OnCircle<Cosine>, Declared>>(
            "Cos", Elementary.Cos, Elementary.Cos),
        One<double, TableBody<OnCircle<Cosine>, Correct<OnCircle<Cosine>, Proved>>>(
            "CorrectCos", CorrectlyRounded.Cos, CorrectlyRounded.Cos),
        Two<double, TableBody<OnCircle<SineAndCosine>, Declared>>(
            "SinCos", Elementary.SinCos, Elementary.SinCos, "sinDestination", "cosDestination"),
        Two<double, TableBody<OnCircle<SineAndCosine>, Correct<OnCircle<SineAndCosine>, Proved>>>(
            "CorrectSinCos", CorrectlyRounded.SinCos, CorrectlyRounded.SinCos, "sinDestination", "cosDestination"),
        One<double, TableBody<Exponential<Exp>, Declared>>(
            "Exp", Elementary.Exp, Elementary.Exp),
        One<double, TableBody<Exponential<Exp>, Correct<Exponential<Exp>, ProvedExponential<Exp>>>>(
            "CorrectExp", CorrectlyRounded.Exp, CorrectlyRounded.Exp),
        One<double, TableBody<Exponential<Exp2>, Declared>>(
            "Exp2", Elementary.Exp2, Elementary.Exp2),
        One<double, TableBody<Exponential<Exp2>, Correct<Exponential<Exp2>, ProvedExponential<Exp2>>>>(
            "CorrectExp2", CorrectlyRounded.Exp2, CorrectlyRounded.Exp2),
        One<double, TableBody<Exponential<Exp10>, Declared>>(
            "Exp10", Elementary.Exp10, Elementary.Exp10),
        One<double, TableBody<Exponential<Exp10>, Correct<Exponential<Exp10>, ProvedExponential<Exp10>>>>(
            "CorrectExp10", CorrectlyRounded.Exp10, CorrectlyRounded.Exp10),
        One<double, TableBody<Exponential<ExpM1>, Declared>>(
            "ExpM1", Elementary.ExpM1, Elementary.ExpM1),
        One<double, TableBody<Exponential<ExpM1>, Correct<Exponential<ExpM1>, ProvedExponential<ExpM1>>>>(
            "CorrectExpM1", CorrectlyRounded.ExpM1, CorrectlyRounded.ExpM1),
        One<double, TableBody<CubeRoot, Declared>>(
            "Cbrt", Elementary.Cbrt, Elementary.Cbrt),
        One<double, TableBody<CubeRoot, Correct<CubeRoot, DerivedCubeRoot>>>(
            "CorrectCbrt", CorrectlyRounded.Cbrt, CorrectlyRounded.Cbrt),
    ];

    private static Operation<float>[] ElementarySingles =>
    [
        One<float, TableBody<SingleOnCircle<Sine>, Declared>>(
            "Sin", Elementary.Sin, Elementary.Sin),
        One<float, TableBody<SingleOnCircle<Sine>, Declared>>(
            "CorrectSin", CorrectlyRounded.Sin, CorrectlyRounded.Sin),
        One<float, TableBody<SingleOnCircle<Cosine>, Declared>>(
            "Cos", Elementary.Cos, Elementary.Cos),
        One<float, TableBody<SingleOnCircle<Cosine>, Declared>>(
            "CorrectCos", CorrectlyRounded.Cos, CorrectlyRounded.Cos),
        Two<float, TableBody<SingleOnCircle<SineAndCosine>, Declared>>(
            "SinCos", Elementary.SinCos, Elementary.SinCos, "sinDestination", "cosDestination"),
        Two<float, TableBody<SingleOnCircle<SineAndCosine>, Declared>>(
            "CorrectSinCos", CorrectlyRounded.SinCos, CorrectlyRounded.SinCos, "sinDestination", "cosDestination"),
        One<float, TableBody<SingleExponential<Exp>, Declared>>(
            "Exp", Elementary.Exp, Elementary.Exp),
        One<float, TableBody<SingleExponential<Exp>, Declared>>(
            "CorrectExp", CorrectlyRounded.Exp, CorrectlyRounded.Exp),
        One<float, TableBody<SingleExponential<Exp2>, Declared>>(
            "Exp2", Elementary.Exp2, Elementary.Exp2),
        One<float, TableBody<SingleExponential<Exp2>, Declared>>(
            "CorrectExp2", CorrectlyRounded.Exp2, CorrectlyRounded.Exp2),
        One<float, TableBody<SingleExponential<Exp10>, Declared>>(
            "Exp10", Elementary.Exp10, Elementary.Exp10),
        One<float, TableBody<SingleExponential<Exp10>, Declared>>(
            "CorrectExp10", CorrectlyRounded.Exp10, CorrectlyRounded.Exp10),
        One<float, TableBody<SingleExponential<ExpM1>, Declared>>(
            "ExpM1", Elementary.ExpM1, Elementary.ExpM1),
        One<float, TableBody<SingleExponential<ExpM1>, Declared>>(
            "CorrectExpM1", CorrectlyRounded.ExpM1, CorrectlyRounded.ExpM1),
        One<float, TableBody<SingleCubeRoot, Declared>>(
            "Cbrt", Elementary.Cbrt, Elementary.Cbrt),
        One<float, TableBody<SingleCubeRoot, Declared>>(
            "CorrectCbrt", CorrectlyRounded.Cbrt, CorrectlyRounded.Cbrt),
    ];

    private static VectorCall<double>[] DoubleVectors =>
    [
        OneOf<double, double>("Sin", Elementary.Sin),
        OneOf<double, double>("CorrectSin", CorrectlyRounded.Sin),
        OneOf<double, Vector128<double>>("Sin", Elementary.Sin),
        OneOf<double, Vector256<double>>("Sin", Elementary.Sin),
        OneOf<double, Vector512<double>>("Sin", Elementary.Sin),
        OneOfLanes<Double1<Near>>("Sin", Elementary.Sin),
        OneOfLanes<Double2<Near>>("Sin", Elementary.Sin),
        OneOfLanes<Double4<Near>>("Sin", Elementary.Sin),
        OneOfLanes<Double8<Near>>("Sin", Elementary.Sin),
        OneOfLanes<Double1<Whole>>("Sin", Elementary.Sin),
        OneOfLanes<Double2<Whole>>("Sin", Elementary.Sin),
        OneOfLanes<Double4<Whole>>("Sin", Elementary.Sin),
        OneOfLanes<Double8<Whole>>("Sin", Elementary.Sin),
        OneOf<double, double>("Cos", Elementary.Cos),
        OneOf<double, double>("CorrectCos", CorrectlyRounded.Cos),
        OneOf<double, Vector128<double>>("Cos", Elementary.Cos),
        OneOf<double, Vector256<double>>("Cos", Elementary.Cos),
        OneOf<double, Vector512<double>>("Cos", Elementary.Cos),
        OneOfLanes<Double1<Near>>("Cos", Elementary.Cos),
        OneOfLanes<Double2<Near>>("Cos", Elementary.Cos),
        OneOfLanes<Double4<Near>>("Cos", Elementary.Cos),
        OneOfLanes<Double8<Near>>("Cos", Elementary.Cos),
        OneOfLanes<Double1<Whole>>("Cos", Elementary.Cos),
        OneOfLanes<Double2<Whole>>("Cos", Elementary.Cos),
        OneOfLanes<Double4<Whole>>("Cos", Elementary.Cos),
        OneOfLanes<Double8<Whole>>("Cos", Elementary.Cos),
        TwoOf<double, double>("SinCos", Elementary.SinCos),
        TwoOf<double, double>("CorrectSinCos", CorrectlyRounded.SinCos),
        TwoOf<double, Vector128<double>>("SinCos", Elementary.SinCos),
        TwoOf<double, Vector256<double>>("SinCos", Elementary.SinCos),
        TwoOf<double, Vector512<double>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double1<Near>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double2<Near>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double4<Near>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double8<Near>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double1<Whole>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double2<Whole>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double4<Whole>>("SinCos", Elementary.SinCos),
        TwoOfLanes<Double8<Whole>>("SinCos", Elementary.SinCos),
        OneOf<double, double>("Exp", Elementary.Exp),
        OneOf<double, double>("CorrectExp", CorrectlyRounded.Exp),
        OneOf<double, Vector128<double>>("Exp", Elementary.Exp),
        OneOf<double, Vector256<double>>("Exp", Elementary.Exp),
        OneOf<double, Vector512<double>>("Exp", Elementary.Exp),
        OneOfLanes<Double1<Near>>("Exp", Elementary.Exp),
        OneOfLanes<Double2<Near>>("Exp", Elementary.Exp),
        OneOfLanes<Double4<Near>>("Exp", Elementary.Exp),
        OneOfLanes<Double8<Near>>("Exp", Elementary.Exp),
        OneOfLanes<Double1<Whole>>("Exp", Elementary.Exp),
        OneOfLanes<Double2<Whole>>("Exp", Elementary.Exp),
        OneOfLanes<Double4<Whole>>("Exp", Elementary.Exp),
        OneOfLanes<Double8<Whole>>("Exp", Elementary.Exp),
        OneOf<double, double>("Exp2", Elementary.Exp2),
        OneOf<double, double>("CorrectExp2", CorrectlyRounded.Exp2),
        OneOf<double, Vector128<double>>("Exp2", Elementary.Exp2),
        OneOf<double, Vector256<double>>("Exp2", Elementary.Exp2),
        OneOf<double, Vector512<double>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double1<Near>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double2<Near>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double4<Near>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double8<Near>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double1<Whole>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double2<Whole>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double4<Whole>>("Exp2", Elementary.Exp2),
        OneOfLanes<Double8<Whole>>("Exp2", Elementary.Exp2),
        OneOf<double, double>("Exp10", Elementary.Exp10),
        OneOf<double, double>("CorrectExp10", CorrectlyRounded.Exp10),
        OneOf<double, Vector128<double>>("Exp10", Elementary.Exp10),
        OneOf<double, Vector256<double>>("Exp10", Elementary.Exp10),
        OneOf<double, Vector512<double>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double1<Near>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double2<Near>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double4<Near>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double8<Near>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double1<Whole>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double2<Whole>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double4<Whole>>("Exp10", Elementary.Exp10),
        OneOfLanes<Double8<Whole>>("Exp10", Elementary.Exp10),
        OneOf<double, double>("ExpM1", Elementary.ExpM1),
        OneOf<double, double>("CorrectExpM1", CorrectlyRounded.ExpM1),
        OneOf<double, Vector128<double>>("ExpM1", Elementary.ExpM1),
        OneOf<double, Vector256<double>>("ExpM1", Elementary.ExpM1),
        OneOf<double, Vector512<double>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double1<Near>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double2<Near>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double4<Near>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double8<Near>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double1<Whole>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double2<Whole>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double4<Whole>>("ExpM1", Elementary.ExpM1),
        OneOfLanes<Double8<Whole>>("ExpM1", Elementary.ExpM1),
        OneOf<double, double>("Cbrt", Elementary.Cbrt),
        OneOf<double, double>("CorrectCbrt", CorrectlyRounded.Cbrt),
        OneOf<double, Vector128<double>>("Cbrt", Elementary.Cbrt),
        OneOf<double, Vector256<double>>("Cbrt", Elementary.Cbrt),
        OneOf<double, Vector512<double>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double1<Near>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double2<Near>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double4<Near>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double8<Near>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double1<Whole>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double2<Whole>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double4<Whole>>("Cbrt", Elementary.Cbrt),
        OneOfLanes<Double8<Whole>>("Cbrt", Elementary.Cbrt),
    ];

    private static VectorCall<float>[] SingleVectors =>
    [
        OneOf<float, Vector128<float>>("Sin", Elementary.Sin),
        OneOf<float, Vector256<float>>("Sin", Elementary.Sin),
        OneOf<float, Vector512<float>>("Sin", Elementary.Sin),
        OneOf<float, Vector128<float>>("Cos", Elementary.Cos),
        OneOf<float, Vector256<float>>("Cos", Elementary.Cos),
        OneOf<float, Vector512<float>>("Cos", Elementary.Cos),
        TwoOf<float, Vector128<float>>("SinCos", Elementary.SinCos),
        TwoOf<float, Vector256<float>>("SinCos", Elementary.SinCos),
        TwoOf<float, Vector512<float>>("SinCos", Elementary.SinCos),
        OneOf<float, Vector128<float>>("Exp", Elementary.Exp),
        OneOf<float, Vector256<float>>("Exp", Elementary.Exp),
        OneOf<float, Vector512<float>>("Exp", Elementary.Exp),
        OneOf<float, Vector128<float>>("Exp2", Elementary.Exp2),
        OneOf<float, Vector256<float>>("Exp2", Elementary.Exp2),
        OneOf<float, Vector512<float>>("Exp2", Elementary.Exp2),
        OneOf<float, Vector128<float>>("Exp10", Elementary.Exp10),
        OneOf<float, Vector256<float>>("Exp10", Elementary.Exp10),
        OneOf<float, Vector512<float>>("Exp10", Elementary.Exp10),
        OneOf<float, Vector128<float>>("ExpM1", Elementary.ExpM1),
        OneOf<float, Vector256<float>>("ExpM1", Elementary.ExpM1),
        OneOf<float, Vector512<float>>("ExpM1", Elementary.ExpM1),
        OneOf<float, Vector128<float>>("Cbrt", Elementary.Cbrt),
        OneOf<float, Vector256<float>>("Cbrt", Elementary.Cbrt),
        OneOf<float, Vector512<float>>("Cbrt", Elementary.Cbrt),
    ];
}
