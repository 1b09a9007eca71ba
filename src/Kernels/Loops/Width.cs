using System.Runtime.Intrinsics;

namespace Kernels.Loops;

/// <summary>The vector width: the widest that the processor runs at full speed.</summary>
internal static class Width
{
    /// <summary>The width in use, in bits; 64 stands for one double at a time.</summary>
    public static int Bits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    /// <summary>Runs a part of the loop on the lanes of that width.</summary>
    /// <returns>How many elements are done.</returns>
    public static long Run<TLoop>(TLoop loop, long first, long count)
        where TLoop : struct, ILoop
    {
        // The properties are constants to the compiler; a stored copy would not be.
        if (Vector512.IsHardwareAccelerated)
            return loop.Run<Double8<Near>, Double8<Whole>>(first, count);
        if (Vector256.IsHardwareAccelerated)
            return loop.Run<Double4<Near>, Double4<Whole>>(first, count);
        if (Vector128.IsHardwareAccelerated)
            return loop.Run<Double2<Near>, Double2<Whole>>(first, count);
        return loop.Run<Double1<Near>, Double1<Whole>>(first, count);
    }
}
