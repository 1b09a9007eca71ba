#nullable enable

using Kernels.Functions;

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
    ];
}
