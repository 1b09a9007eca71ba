using System.Diagnostics;

namespace Kernels.Cli.Output;

/// <summary>Removes a file without a wait for the kernel to free its memory.</summary>
internal static class Deletion
{
    /// <summary>
    /// Freeing the cached pages of a gigabyte took 105 ms (ext4, Linux 6), too long for Ctrl-C; a process of its own costs less from here on.
    /// </summary>
    private const long LargeFile = 1L << 28;

    /// <summary>The longest wait for that process to remove the name.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Delete(string file, long bytes)
    {
        // The name goes at once, the memory afterwards: the other process is left alone with that.
        if (bytes < LargeFile || OperatingSystem.IsWindows() || !TryStartRemoving(file) || !SpinWait.SpinUntil(() => !File.Exists(file), Patience))
            File.Delete(file);
    }

    private static bool TryStartRemoving(string file)
    {
        try
        {
            using var _ = Process.Start("rm", ["-f", "--", file]);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
