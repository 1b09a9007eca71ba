using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>Elementary functions over blocks: the loops of spans.</summary>
internal static unsafe partial class ElementaryPasses
{
    // Apart, so that what no program calls is not compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nint Run<TBody, VNear, VWhole>(double** columns, nint count)
        where TBody : struct, IBody where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> =>
        (nint)default(TBody).Evaluate<VNear, VWhole, double>(columns, 0, count, streams: false);

    private static InvalidOperationException NoFunction(Operator operation) => new($"{operation} is no elementary function.");
}
