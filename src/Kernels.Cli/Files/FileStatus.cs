using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kernels.Cli.Files;

internal enum FileKind
{
    Regular,
    Folder,
    BlockDevice,
    CharacterDevice,
    PipeOrSocket,
}

/// <summary>What the system says of a file, by whichever of its names and links it is asked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsReadOnly">Whether nobody may write into it, be it root.</param>
/// <param name="Device">With <paramref name="Index"/>, what no other file has at the same time.</param>
/// <param name="Index">The number of the inode, on Windows the file's index.</param>
/// <param name="User">Whose it is; 0 on Windows.</param>
/// <param name="Group">Its group; 0 on Windows.</param>
/// <param name="Mode">Who may do what with it; 0 on Windows.</param>
internal sealed record FileStatus(
    FileKind Kind, bool IsReadOnly, long Device, long Index, uint User = 0, uint Group = 0, UnixFileMode Mode = 0)
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The status of a file, or null if there is none of that name.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    public static FileStatus? Of(string path) => OperatingSystem.IsWindows() ? OfWindows(path) : OfPosix(path);

    public bool IsSameFile(FileStatus other) => (Device, Index) == (other.Device, other.Index);

    private static FileStatus? OfPosix(string path)
    {
        if (Posix.Stat(path, out Posix.RawStatus status) != 0)
        {
            return Marshal.GetLastPInvokeError() is Posix.NoEntry or Posix.NotFolder
                ? null
                : throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        FileKind kind = (status.Mode & Posix.KindMask) switch
        {
            Posix.Regular => FileKind.Regular,
            Posix.Folder => FileKind.Folder,
            Posix.BlockDevice => FileKind.BlockDevice,
            Posix.CharacterDevice => FileKind.CharacterDevice,
            _ => FileKind.PipeOrSocket,
        };
        var mode = (UnixFileMode)(status.Mode & ~Posix.KindMask);
        return new(kind, (mode & Writable) == 0, status.Device, status.Index, status.User, status.Group, mode);
    }

    private static FileStatus? OfWindows(string path)
    {
        if (Directory.Exists(path))
            return new(FileKind.Folder, false, 0, 0);
        if (!File.Exists(path))
            return null;
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (!Windows.GetInformation(file, out Windows.Information information))
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        bool isReadOnly = ((FileAttributes)information.Attributes).HasFlag(FileAttributes.ReadOnly);
        return new(FileKind.Regular, isReadOnly, information.Volume, (long)(((ulong)information.IndexHigh << 32) | information.IndexLow));
    }
}
