using System.Runtime.InteropServices;

namespace Kernels.Native;

/// <summary>Functions that the host holds.</summary>
internal static class Handles
{
    public static nint Make(PureFunction function) => GCHandle.ToIntPtr(GCHandle.Alloc(function));

    public static void Free(nint handle)
    {
        if (handle != 0)
            GCHandle.FromIntPtr(handle).Free();
    }

    public static PureFunction FunctionOf(nint handle) => handle != 0 && GCHandle.FromIntPtr(handle).Target is PureFunction function
        ? function
        : throw new ArgumentException("The handle is none of a program.");
}
