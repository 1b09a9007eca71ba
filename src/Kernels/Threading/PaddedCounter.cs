using System.Runtime.InteropServices;

namespace Kernels.Threading;

/// <summary>A counter that shares its cache lines with nothing else, neighbours fetched in pairs included.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PaddedCounter
{
    [FieldOffset(128)]
    public long Value;
}
