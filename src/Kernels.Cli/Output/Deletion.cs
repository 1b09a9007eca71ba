using System.Diagnostics;

namespace Kernels.Cli.Output;

/// <summary>Removes a file without a wait for the kernel to free its memory.</summary>
internal static class Deletion
{
    /// <summary>
    /// Freeing the cached pages of a gigabyte took 105 ms (ext4, Linux 6.18), and several times that while they were on their way to the
    /// disk: too long for Ctrl-C. From here on a process of its own, some 20 ms, is the safer way.
    /// </summary>
    private const long LargeFile = 1L << 24;

    /// <summary>The longest wait for that process to remove the name.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Delete(string file, long bytes)
    {
        // The name goes at once, the memory afterwards: the other process is left alone with that.
        bool isAlone = bytes < LargeFile || OperatingSystem.IsWindows() || !TryStartRemoving(file);
        if (isAlone || !SpinWait.SpinUntil(() => !File.Exists(file), Patience))
            File.Delete(file);
    }

    private static bool TryStartRemoving(string file)
    {
        try
        {
            // By its full name: .NET would look for it in the current folder first. Redirected: who reads this program's output waits for
            // its end, not for the other's.
            using var _ = Process.Start(new ProcessStartInfo("/bin/rm", ["-f", "--", file])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
