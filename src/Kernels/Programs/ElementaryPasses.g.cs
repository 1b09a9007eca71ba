#nullable enable

using Kernels.Functions;
using Kernels.Loops;

namespace Kernels.Programs;

/// <content>Written by tools/Kernels.Overloads.</content>
internal static unsafe partial class ElementaryPasses
{
    /// <summary>A function over blocks: input columns, then result columns.</summary>
    /// <returns>How many elements are done: less than all, but a vector at least, if <see cref="Ticks"/> has moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static nint Run<VNear, VWhole>(Operator operation, Rounding rounding, double** columns, nint count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> => (operation, rounding) switch
        {
            (Operator.Sin, Rounding.Declared) =>
                Run<TableBody<OnCircle<Sine>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Sin, Rounding.Correct) =>
                Run<TableBody<OnCircle<Sine>, Correct<OnCircle<Sine>, Proved>>, VNear, VWhole>(columns, count),
            (Operator.Cos, Rounding.Declared) =>
                Run<TableBody<OnCircle<Cosine>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Cos, Rounding.Correct) =>
                Run<TableBody<OnCircle<Cosine>, Correct<OnCircle<Cosine>, Proved>>, VNear, VWhole>(columns, count),
            (Operator.SinCos, Rounding.Declared) =>
                Run<TableBody<OnCircle<SineAndCosine>, Declared>, VNear, VWhole>(columns, count),
            (Operator.SinCos, Rounding.Correct) =>
                Run<TableBody<OnCircle<SineAndCosine>, Correct<OnCircle<SineAndCosine>, Proved>>, VNear, VWhole>(columns, count),
            (Operator.Exp, Rounding.Declared) =>
                Run<TableBody<Exponential<Exp>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Exp, Rounding.Correct) =>
                Run<TableBody<Exponential<Exp>, Correct<Exponential<Exp>, ProvedExponential<Exp>>>, VNear, VWhole>(columns, count),
            (Operator.Exp2, Rounding.Declared) =>
                Run<TableBody<Exponential<Exp2>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Exp2, Rounding.Correct) =>
                Run<TableBody<Exponential<Exp2>, Correct<Exponential<Exp2>, ProvedExponential<Exp2>>>, VNear, VWhole>(columns, count),
            (Operator.Exp10, Rounding.Declared) =>
                Run<TableBody<Exponential<Exp10>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Exp10, Rounding.Correct) =>
                Run<TableBody<Exponential<Exp10>, Correct<Exponential<Exp10>, ProvedExponential<Exp10>>>, VNear, VWhole>(columns, count),
            (Operator.ExpM1, Rounding.Declared) =>
                Run<TableBody<Exponential<ExpM1>, Declared>, VNear, VWhole>(columns, count),
            (Operator.ExpM1, Rounding.Correct) =>
                Run<TableBody<Exponential<ExpM1>, Correct<Exponential<ExpM1>, ProvedExponential<ExpM1>>>, VNear, VWhole>(columns, count),
            (Operator.Log, Rounding.Declared) =>
                Run<TableBody<Logarithm<Log>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Log, Rounding.Correct) =>
                Run<TableBody<Logarithm<Log>, Correct<Logarithm<Log>, ProvedLogarithm>>, VNear, VWhole>(columns, count),
            (Operator.Log2, Rounding.Declared) =>
                Run<TableBody<Logarithm<Log2>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Log2, Rounding.Correct) =>
                Run<TableBody<Logarithm<Log2>, Correct<Logarithm<Log2>, ProvedLogarithm>>, VNear, VWhole>(columns, count),
            (Operator.Log10, Rounding.Declared) =>
                Run<TableBody<Logarithm<Log10>, Declared>, VNear, VWhole>(columns, count),
            (Operator.Log10, Rounding.Correct) =>
                Run<TableBody<Logarithm<Log10>, Correct<Logarithm<Log10>, ProvedLogarithm>>, VNear, VWhole>(columns, count),
            (Operator.LogP1, Rounding.Declared) =>
                Run<TableBody<Logarithm<LogP1>, Declared>, VNear, VWhole>(columns, count),
            (Operator.LogP1, Rounding.Correct) =>
                Run<TableBody<Logarithm<LogP1>, Correct<Logarithm<LogP1>, ProvedLogarithm>>, VNear, VWhole>(columns, count),
            (Operator.Cbrt, Rounding.Declared) =>
                Run<TableBody<CubeRoot, Declared>, VNear, VWhole>(columns, count),
            (Operator.Cbrt, Rounding.Correct) =>
                Run<TableBody<CubeRoot, Correct<CubeRoot, DerivedCubeRoot>>, VNear, VWhole>(columns, count),
            (Operator.Pow, Rounding.Declared) =>
                Run<TableBody<Power, Declared>, VNear, VWhole>(columns, count),
            (Operator.Pow, Rounding.Correct) =>
                Run<TableBody<Power, Correct<Power, ProvedPower>>, VNear, VWhole>(columns, count),
            (Operator.Hypot, Rounding.Declared) =>
                Run<TableBody<Hypotenuse, Declared>, VNear, VWhole>(columns, count),
            (Operator.Hypot, Rounding.Correct) =>
                Run<TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>, VNear, VWhole>(columns, count),
            _ => throw NoFunction(operation),
        };
}
