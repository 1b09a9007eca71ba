using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kernels.Yardsticks.Racing;

/// <summary>
/// What the memory allows at most: two arrays written, with or without one that is read, with stores that bypass the caches.
/// </summary>
public sealed unsafe class MemoryLimit : IDisposable
{
    private readonly double* _memory;
    private readonly int _elements;

    /// <param name="elements">Elements of each array.</param>
    public MemoryLimit(int elements)
    {
        _elements = elements;
        _memory = (double*)NativeMemory.AlignedAlloc((nuint)elements * 3 * sizeof(double), 64);
        new Span<double>(_memory, 3 * elements).Fill(1);
    }

    /// <summary>One array in, two out.</summary>
    public void Copy(int threads) => Run(threads, CopyPart);

    /// <summary>Two arrays out.</summary>
    public void Write(int threads) => Run(threads, WritePart);

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    private void Run(int threads, Action<int, int> part)
    {
        int length = _elements / threads & -8;
        if (threads == 1)
            part(0, _elements);
        else
            Parallel.For(0, threads, thread => part(thread * length, thread == threads - 1 ? _elements - (thread * length) : length));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyPart(int first, int count)
    {
        double* t = _memory + first, x = t + _elements, y = x + _elements;
        for (int i = 0; i < count; i += Vector256<double>.Count)
        {
            var value = Vector256.LoadAligned(t + i);
            value.StoreAlignedNonTemporal(x + i);
            value.StoreAlignedNonTemporal(y + i);
        }

        Thread.MemoryBarrier();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WritePart(int first, int count)
    {
        double* x = _memory + _elements + first, y = x + _elements;
        var value = Vector256<double>.One;
        for (int i = 0; i < count; i += Vector256<double>.Count)
        {
            value.StoreAlignedNonTemporal(x + i);
            value.StoreAlignedNonTemporal(y + i);
        }

        Thread.MemoryBarrier();
    }
}
