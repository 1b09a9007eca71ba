using System.Runtime.InteropServices;
using Kernels.Loops;

namespace Kernels.Native;

/// <summary>Copies of inputs that a result overlaps elsewhere than at the same elements: blocks are read before they change.</summary>
internal unsafe ref struct InputCopies
{
    private byte* _memory;

    /// <summary>Replaces such inputs by copies.</summary>
    public InputCopies(Span<RawColumn> columns, int inputs, nint count)
    {
        nuint elements = 0;
        for (int i = 0; i < inputs; i++)
            elements += Overlaps(columns, i, inputs, count) ? (nuint)count : 0;
        if (elements == 0)
            return;
        _memory = (byte*)NativeMemory.Alloc(elements, sizeof(double));
        byte* next = _memory;
        for (int i = 0; i < inputs; i++)
        {
            if (!Overlaps(columns, i, inputs, count))
                continue;
            columns[i] = columns[i].CopyTo(next, count);
            next += count * sizeof(double);
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }

    private static bool Overlaps(ReadOnlySpan<RawColumn> columns, int input, int inputs, nint count)
    {
        for (int result = inputs; result < columns.Length; result++)
        {
            if (!Shape.AreSame(columns[input], columns[result]) && Shape.Overlap(columns[input], columns[result], count))
                return true;
        }

        return false;
    }
}
