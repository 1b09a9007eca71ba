using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kernels.Cli.Files;

/// <summary>What .NET does not offer of Linux's and macOS's files.</summary>
/// <remarks>
/// Through the runtime's own library where it has the call: one layout of a file's status and one set of flags, where libc's differ by
/// system and processor. Numbers of errors are the system's.
/// </remarks>
internal static partial class Posix
{
    /// <summary>The part of a mode that tells the kind of a file, and its values.</summary>
    public const int KindMask = 0xF000, Folder = 0x4000, BlockDevice = 0x6000, CharacterDevice = 0x2000, Regular = 0x8000;

    /// <summary>ENOENT, EEXIST and ENOTDIR, which are the same everywhere.</summary>
    public const int NoEntry = 2, Exists = 17, NotFolder = 20;

    /// <summary>Instead of a user or a group: the one that a file has.</summary>
    public const uint Same = uint.MaxValue;

    // Read-only, closed in child processes.
    private const int OpenFlags = 0x10;

    private const string Runtime = "libSystem.Native", LibC = "libc";

    public static SafeFileHandle Open(string path) => Open(path, OpenFlags, 0);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Stat(string path, out RawStatus status);

    /// <summary>A second name for a file; fails where the name exists.</summary>
    [LibraryImport(Runtime, EntryPoint = "SystemNative_Link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Link(string path, string name);

    [LibraryImport(LibC, EntryPoint = "fchown", SetLastError = true)]
    public static partial int ChangeOwner(SafeFileHandle file, uint user, uint group);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [StructLayout(LayoutKind.Sequential)]
    public struct RawStatus
    {
        public int Flags;
        public int Mode;
        public uint User;
        public uint Group;
        public long Size;
        public Moment Accessed, Modified, Changed, Born;
        public long Device;
        public long DeviceItself;
        public long Index;
        public uint UserFlags;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
