using System.Runtime.InteropServices;

namespace Kernels.Tests.Contract;

/// <summary>Memory between two pages that no one may touch: reading or writing an element too far ends the process.</summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ProtectNone = 0, ProtectReadWrite = 3, MapPrivate = 2, MapAnonymousLinux = 0x20, MapAnonymousDarwin = 0x1000;

    private readonly byte* _start;
    private readonly int _page = Environment.SystemPageSize;

    public GuardedMemory()
    {
        int anonymous = OperatingSystem.IsLinux() ? MapAnonymousLinux : MapAnonymousDarwin;
        nint start = Map(0, (nuint)(3 * _page), ProtectNone, MapPrivate | anonymous, -1, 0);
        if (start == -1 || Protect(start + _page, (nuint)_page, ProtectReadWrite) != 0)
            throw new InvalidOperationException("No memory with guard pages.");
        _start = (byte*)start;
    }

    public static bool IsSupported => !OperatingSystem.IsWindows();

    public int Capacity<T>()
        where T : unmanaged => _page / sizeof(T);

    /// <summary>Elements that end where the guard page begins.</summary>
    public Span<T> BeforeGuard<T>(int length)
        where T : unmanaged => new(_start + (2 * _page) - (length * sizeof(T)), length);

    /// <summary>Elements that begin where the guard page ends.</summary>
    public Span<T> AfterGuard<T>(int length)
        where T : unmanaged => new(_start + _page, length);

    public void Dispose() => _ = Unmap((nint)_start, (nuint)(3 * _page));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
