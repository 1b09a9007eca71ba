using Microsoft.Win32.SafeHandles;

namespace Kernels.Cli.Files;

/// <summary>How a complete file gets its name.</summary>
internal static class Naming
{
    /// <summary>Renames a file; one that has the name already is replaced.</summary>
    public static void Replace(string file, string name) => File.Move(file, name, overwrite: true);

    /// <summary>Renames a file; one that has the name already stays, however late it came.</summary>
    /// <exception cref="IOException">The name exists.</exception>
    public static void Take(string file, string name)
    {
        // .NET looks first and renames then, and a file may come between; a second name is given or refused at once.
        if (!OperatingSystem.IsWindows() && Posix.Link(file, name) == 0)
        {
            File.Delete(file);
            return;
        }

        // Some file systems, such as FAT, have no second names.
        File.Move(file, name, overwrite: false);
    }

    /// <summary>Flushes the names of a folder to the disk.</summary>
    public static void Flush(string folder)
    {
        // NTFS keeps a journal of its names.
        if (OperatingSystem.IsWindows())
            return;

        // One may write into a folder that one may not read; then it cannot be flushed.
        using SafeFileHandle handle = Posix.Open(folder);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }
}
