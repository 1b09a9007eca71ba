using System.Runtime.InteropServices;

namespace Kernels.Yardsticks.Contenders;

/// <summary>A native vector library behind the loops of bench/native/peers.c, compiled for one width.</summary>
public sealed unsafe class NativePeer(string name, nint library) : Contender
{
    public override string Name => name;

    /// <summary>The library and the compiler.</summary>
    public string Version => $"{Text("library_version")} by {Text("compiler_version")}";

    public override Action? Bind(Operation operation, Workload workload)
    {
        string precision = workload.Precision == Precision.Double ? "double" : "single";
        nint entry = NativeLibrary.GetExport(library, $"{operation.Name()}_{precision}");
        nint length = workload.Length;
        if (workload.Precision == Precision.Double)
        {
            var loop = (delegate* unmanaged[SuppressGCTransition]<double*, double*, double*, nint, void>)entry;
            var managed = (delegate* unmanaged<double*, double*, double*, nint, void>)entry;
            double* t = Address(workload.Double.Input), x = Address(workload.Double.First), y = Address(workload.Double.Second);

            // A short call need not tell the collector; a long one must let it work.
            return length <= ShortCall ? () => loop(t, x, y, length) : () => managed(t, x, y, length);
        }

        var loopSingle = (delegate* unmanaged[SuppressGCTransition]<float*, float*, float*, nint, void>)entry;
        var managedSingle = (delegate* unmanaged<float*, float*, float*, nint, void>)entry;
        float* s = AddressSingle(workload.Single.Input);
        float* u = AddressSingle(workload.Single.First), v = AddressSingle(workload.Single.Second);
        return length <= ShortCall ? () => loopSingle(s, u, v, length) : () => managedSingle(s, u, v, length);
    }

    private string Text(string function) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, function))())!;

    private const int ShortCall = 256;

    private static double* Address(double[] pinned) => (double*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    private static float* AddressSingle(float[] pinned) => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
