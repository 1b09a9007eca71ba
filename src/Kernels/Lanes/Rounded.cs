using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Doubles that are rounded to float.</summary>
internal static class Rounded
{
    /// <summary>The nearest float.</summary>
    /// <remarks>
    /// A cast compiles to an instruction that keeps the upper part of its result's register: in a loop, each iteration would wait for the
    /// one before. Here that part is zero.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToSingle(double value) => Sse2.IsSupported
        ? Sse2.ConvertScalarToVector128Single(Vector128<float>.Zero, Vector128.CreateScalarUnsafe(value)).ToScalar()
        : (float)value;
}
