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
        One<double, TableBody<Logarithm<Log>, Declared>>(
            "Log", Elementary.Log, Elementary.Log),
        One<double, TableBody<Logarithm<Log>, Correct<Logarithm<Log>, ProvedLogarithm>>>(
            "CorrectLog", CorrectlyRounded.Log, CorrectlyRounded.Log),
        One<double, TableBody<Logarithm<Log2>, Declared>>(
            "Log2", Elementary.Log2, Elementary.Log2),
        One<double, TableBody<Logarithm<Log2>, Correct<Logarithm<Log2>, ProvedLogarithm>>>(
            "CorrectLog2", CorrectlyRounded.Log2, CorrectlyRounded.Log2),
        One<double, TableBody<Logarithm<Log10>, Declared>>(
            "Log10", Elementary.Log10, Elementary.Log10),
        One<double, TableBody<Logarithm<Log10>, Correct<Logarithm<Log10>, ProvedLogarithm>>>(
            "CorrectLog10", CorrectlyRounded.Log10, CorrectlyRounded.Log10),
        One<double, TableBody<Logarithm<LogP1>, Declared>>(
            "LogP1", Elementary.LogP1, Elementary.LogP1),
        One<double, TableBody<Logarithm<LogP1>, Correct<Logarithm<LogP1>, ProvedLogarithm>>>(
            "CorrectLogP1", CorrectlyRounded.LogP1, CorrectlyRounded.LogP1),
        One<double, TableBody<CubeRoot, Declared>>(
            "Cbrt", Elementary.Cbrt, Elementary.Cbrt),
        One<double, TableBody<CubeRoot, Correct<CubeRoot, DerivedCubeRoot>>>(
            "CorrectCbrt", CorrectlyRounded.Cbrt, CorrectlyRounded.Cbrt),
        Pairs<double, TableBody<Power, Declared>>(
            "Pow", Elementary.Pow, Elementary.Pow,
            Elementary.Pow, Elementary.Pow, Elementary.Pow, Elementary.Pow),
        Pairs<double, TableBody<Power, Correct<Power, ProvedPower>>>(
            "CorrectPow", CorrectlyRounded.Pow, CorrectlyRounded.Pow,
            CorrectlyRounded.Pow, CorrectlyRounded.Pow, CorrectlyRounded.Pow, CorrectlyRounded.Pow),
        Pairs<double, TableBody<Hypotenuse, Declared>>(
            "Hypot", Elementary.Hypot, Elementary.Hypot,
            Elementary.Hypot, Elementary.Hypot, Elementary.Hypot, Elementary.Hypot),
        Pairs<double, TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>>(
            "CorrectHypot", CorrectlyRounded.Hypot, CorrectlyRounded.Hypot,
            CorrectlyRounded.Hypot, CorrectlyRounded.Hypot, CorrectlyRounded.Hypot, CorrectlyRounded.Hypot),
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
        One<float, TableBody<SingleLogarithm<Log>, Declared>>(
            "Log", Elementary.Log, Elementary.Log),
        One<float, TableBody<SingleLogarithm<Log>, Declared>>(
            "CorrectLog", CorrectlyRounded.Log, CorrectlyRounded.Log),
        One<float, TableBody<SingleLogarithm<Log2>, Declared>>(
            "Log2", Elementary.Log2, Elementary.Log2),
        One<float, TableBody<SingleLogarithm<Log2>, Declared>>(
            "CorrectLog2", CorrectlyRounded.Log2, CorrectlyRounded.Log2),
        One<float, TableBody<SingleLogarithm<Log10>, Declared>>(
            "Log10", Elementary.Log10, Elementary.Log10),
        One<float, TableBody<SingleLogarithm<Log10>, Declared>>(
            "CorrectLog10", CorrectlyRounded.Log10, CorrectlyRounded.Log10),
        One<float, TableBody<SingleLogarithm<LogP1>, Declared>>(
            "LogP1", Elementary.LogP1, Elementary.LogP1),
        One<float, TableBody<SingleLogarithm<LogP1>, Declared>>(
            "CorrectLogP1", CorrectlyRounded.LogP1, CorrectlyRounded.LogP1),
        One<float, TableBody<SingleCubeRoot, Declared>>(
            "Cbrt", Elementary.Cbrt, Elementary.Cbrt),
        One<float, TableBody<SingleCubeRoot, Declared>>(
            "CorrectCbrt", CorrectlyRounded.Cbrt, CorrectlyRounded.Cbrt),
        Pairs<float, TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>>(
            "Pow", Elementary.Pow, Elementary.Pow,
            Elementary.Pow, Elementary.Pow, Elementary.Pow, Elementary.Pow),
        Pairs<float, TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>>(
            "CorrectPow", CorrectlyRounded.Pow, CorrectlyRounded.Pow,
            CorrectlyRounded.Pow, CorrectlyRounded.Pow, CorrectlyRounded.Pow, CorrectlyRounded.Pow),
        Pairs<float, TableBody<SingleHypotenuse, Declared>>(
            "Hypot", Elementary.Hypot, Elementary.Hypot,
            Elementary.Hypot, Elementary.Hypot, Elementary.Hypot, Elementary.Hypot),
        Pairs<float, TableBody<SingleHypotenuse, Declared>>(
            "CorrectHypot", CorrectlyRounded.Hypot, CorrectlyRounded.Hypot,
            CorrectlyRounded.Hypot, CorrectlyRounded.Hypot, CorrectlyRounded.Hypot, CorrectlyRounded.Hypot),
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
        OneOf<double, double>("Log", Elementary.Log),
        OneOf<double, double>("CorrectLog", CorrectlyRounded.Log),
        OneOf<double, Vector128<double>>("Log", Elementary.Log),
        OneOf<double, Vector256<double>>("Log", Elementary.Log),
        OneOf<double, Vector512<double>>("Log", Elementary.Log),
        OneOfLanes<Double1<Near>>("Log", Elementary.Log),
        OneOfLanes<Double2<Near>>("Log", Elementary.Log),
        OneOfLanes<Double4<Near>>("Log", Elementary.Log),
        OneOfLanes<Double8<Near>>("Log", Elementary.Log),
        OneOfLanes<Double1<Whole>>("Log", Elementary.Log),
        OneOfLanes<Double2<Whole>>("Log", Elementary.Log),
        OneOfLanes<Double4<Whole>>("Log", Elementary.Log),
        OneOfLanes<Double8<Whole>>("Log", Elementary.Log),
        OneOf<double, double>("Log2", Elementary.Log2),
        OneOf<double, double>("CorrectLog2", CorrectlyRounded.Log2),
        OneOf<double, Vector128<double>>("Log2", Elementary.Log2),
        OneOf<double, Vector256<double>>("Log2", Elementary.Log2),
        OneOf<double, Vector512<double>>("Log2", Elementary.Log2),
        OneOfLanes<Double1<Near>>("Log2", Elementary.Log2),
        OneOfLanes<Double2<Near>>("Log2", Elementary.Log2),
        OneOfLanes<Double4<Near>>("Log2", Elementary.Log2),
        OneOfLanes<Double8<Near>>("Log2", Elementary.Log2),
        OneOfLanes<Double1<Whole>>("Log2", Elementary.Log2),
        OneOfLanes<Double2<Whole>>("Log2", Elementary.Log2),
        OneOfLanes<Double4<Whole>>("Log2", Elementary.Log2),
        OneOfLanes<Double8<Whole>>("Log2", Elementary.Log2),
        OneOf<double, double>("Log10", Elementary.Log10),
        OneOf<double, double>("CorrectLog10", CorrectlyRounded.Log10),
        OneOf<double, Vector128<double>>("Log10", Elementary.Log10),
        OneOf<double, Vector256<double>>("Log10", Elementary.Log10),
        OneOf<double, Vector512<double>>("Log10", Elementary.Log10),
        OneOfLanes<Double1<Near>>("Log10", Elementary.Log10),
        OneOfLanes<Double2<Near>>("Log10", Elementary.Log10),
        OneOfLanes<Double4<Near>>("Log10", Elementary.Log10),
        OneOfLanes<Double8<Near>>("Log10", Elementary.Log10),
        OneOfLanes<Double1<Whole>>("Log10", Elementary.Log10),
        OneOfLanes<Double2<Whole>>("Log10", Elementary.Log10),
        OneOfLanes<Double4<Whole>>("Log10", Elementary.Log10),
        OneOfLanes<Double8<Whole>>("Log10", Elementary.Log10),
        OneOf<double, double>("LogP1", Elementary.LogP1),
        OneOf<double, double>("CorrectLogP1", CorrectlyRounded.LogP1),
        OneOf<double, Vector128<double>>("LogP1", Elementary.LogP1),
        OneOf<double, Vector256<double>>("LogP1", Elementary.LogP1),
        OneOf<double, Vector512<double>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double1<Near>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double2<Near>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double4<Near>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double8<Near>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double1<Whole>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double2<Whole>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double4<Whole>>("LogP1", Elementary.LogP1),
        OneOfLanes<Double8<Whole>>("LogP1", Elementary.LogP1),
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
        PairsOf<double, double>("Pow", Elementary.Pow),
        PairsOf<double, double>("CorrectPow", CorrectlyRounded.Pow),
        PairsOf<double, Vector128<double>>("Pow", Elementary.Pow),
        PairsOf<double, Vector256<double>>("Pow", Elementary.Pow),
        PairsOf<double, Vector512<double>>("Pow", Elementary.Pow),
        PairsOfLanes<Double1<Near>>("Pow", Elementary.Pow),
        PairsOfLanes<Double2<Near>>("Pow", Elementary.Pow),
        PairsOfLanes<Double4<Near>>("Pow", Elementary.Pow),
        PairsOfLanes<Double8<Near>>("Pow", Elementary.Pow),
        PairsOfLanes<Double1<Whole>>("Pow", Elementary.Pow),
        PairsOfLanes<Double2<Whole>>("Pow", Elementary.Pow),
        PairsOfLanes<Double4<Whole>>("Pow", Elementary.Pow),
        PairsOfLanes<Double8<Whole>>("Pow", Elementary.Pow),
        PairsOf<double, double>("Hypot", Elementary.Hypot),
        PairsOf<double, double>("CorrectHypot", CorrectlyRounded.Hypot),
        PairsOf<double, Vector128<double>>("Hypot", Elementary.Hypot),
        PairsOf<double, Vector256<double>>("Hypot", Elementary.Hypot),
        PairsOf<double, Vector512<double>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double1<Near>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double2<Near>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double4<Near>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double8<Near>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double1<Whole>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double2<Whole>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double4<Whole>>("Hypot", Elementary.Hypot),
        PairsOfLanes<Double8<Whole>>("Hypot", Elementary.Hypot),
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
        OneOf<float, Vector128<float>>("Log", Elementary.Log),
        OneOf<float, Vector256<float>>("Log", Elementary.Log),
        OneOf<float, Vector512<float>>("Log", Elementary.Log),
        OneOf<float, Vector128<float>>("Log2", Elementary.Log2),
        OneOf<float, Vector256<float>>("Log2", Elementary.Log2),
        OneOf<float, Vector512<float>>("Log2", Elementary.Log2),
        OneOf<float, Vector128<float>>("Log10", Elementary.Log10),
        OneOf<float, Vector256<float>>("Log10", Elementary.Log10),
        OneOf<float, Vector512<float>>("Log10", Elementary.Log10),
        OneOf<float, Vector128<float>>("LogP1", Elementary.LogP1),
        OneOf<float, Vector256<float>>("LogP1", Elementary.LogP1),
        OneOf<float, Vector512<float>>("LogP1", Elementary.LogP1),
        OneOf<float, Vector128<float>>("Cbrt", Elementary.Cbrt),
        OneOf<float, Vector256<float>>("Cbrt", Elementary.Cbrt),
        OneOf<float, Vector512<float>>("Cbrt", Elementary.Cbrt),
        PairsOf<float, Vector128<float>>("Pow", Elementary.Pow),
        PairsOf<float, Vector256<float>>("Pow", Elementary.Pow),
        PairsOf<float, Vector512<float>>("Pow", Elementary.Pow),
        PairsOf<float, Vector128<float>>("Hypot", Elementary.Hypot),
        PairsOf<float, Vector256<float>>("Hypot", Elementary.Hypot),
        PairsOf<float, Vector512<float>>("Hypot", Elementary.Hypot),
    ];
}
