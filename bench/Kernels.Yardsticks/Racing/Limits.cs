using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kernels.Yardsticks.Racing;

/// <summary>What the machine can do at most.</summary>
/// <param name="FusedMultiplyAddsPerNanosecond">Doubles multiplied and added in a nanosecond by one core,
/// on the widest vectors in use.</param>
/// <param name="CopyOneCore">Nanoseconds an element to read one array and write two, past the caches, by one core.</param>
/// <param name="CopyAllCores">The same by all cores.</param>
public sealed record Limits(double FusedMultiplyAddsPerNanosecond, double CopyOneCore, double CopyAllCores)
{
    private const int Chains = 10;

    private const int Elements = 1 << 24;

    public static Limits Measure(CancellationToken token)
    {
        const int Iterations = 20_000;
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
        double fused = Race.Run([() => MultiplyAndAdd(Iterations)], token).Timings[0].Best;
        using var stream = new MemoryLimit(Elements);
        Timing[] copies = Race.Run([() => stream.Copy(1), () => stream.Copy(Environment.ProcessorCount)], token).Timings;
        return new((double)Iterations * Chains * lanes / fused, copies[0].Best / Elements, copies[1].Best / Elements);
    }

    // Ten independent chains: more than latency times throughput on any processor.
    private static void MultiplyAndAdd(int iterations)
    {
        if (Vector512.IsHardwareAccelerated)
            MultiplyAndAdd512(iterations);
        else
            MultiplyAndAdd256(iterations);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double MultiplyAndAdd512(int iterations)
    {
        Vector512<double> a = Vector512.Create(0.999), b = Vector512.Create(0.001);
        Vector512<double> c0 = b, c1 = b, c2 = b, c3 = b, c4 = b, c5 = b, c6 = b, c7 = b, c8 = b, c9 = b;
        for (int i = 0; i < iterations; i++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, a, b);
            c1 = Vector512.FusedMultiplyAdd(c1, a, b);
            c2 = Vector512.FusedMultiplyAdd(c2, a, b);
            c3 = Vector512.FusedMultiplyAdd(c3, a, b);
            c4 = Vector512.FusedMultiplyAdd(c4, a, b);
            c5 = Vector512.FusedMultiplyAdd(c5, a, b);
            c6 = Vector512.FusedMultiplyAdd(c6, a, b);
            c7 = Vector512.FusedMultiplyAdd(c7, a, b);
            c8 = Vector512.FusedMultiplyAdd(c8, a, b);
            c9 = Vector512.FusedMultiplyAdd(c9, a, b);
        }

        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double MultiplyAndAdd256(int iterations)
    {
        Vector256<double> a = Vector256.Create(0.999), b = Vector256.Create(0.001);
        Vector256<double> c0 = b, c1 = b, c2 = b, c3 = b, c4 = b, c5 = b, c6 = b, c7 = b, c8 = b, c9 = b;
        for (int i = 0; i < iterations; i++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, a, b);
            c1 = Vector256.FusedMultiplyAdd(c1, a, b);
            c2 = Vector256.FusedMultiplyAdd(c2, a, b);
            c3 = Vector256.FusedMultiplyAdd(c3, a, b);
            c4 = Vector256.FusedMultiplyAdd(c4, a, b);
            c5 = Vector256.FusedMultiplyAdd(c5, a, b);
            c6 = Vector256.FusedMultiplyAdd(c6, a, b);
            c7 = Vector256.FusedMultiplyAdd(c7, a, b);
            c8 = Vector256.FusedMultiplyAdd(c8, a, b);
            c9 = Vector256.FusedMultiplyAdd(c9, a, b);
        }

        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9);
    }
}
