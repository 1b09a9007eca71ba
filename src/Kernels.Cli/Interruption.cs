using System.Runtime.InteropServices;

namespace Kernels.Cli;

/// <summary>Turns Ctrl-C, and the signals that ask a program to end, into the cancellation of a job.</summary>
internal static class Interruption
{
    /// <summary>A write beyond the shell's limit on the size of files (ulimit -f); Linux, macOS and FreeBSD have the same number.</summary>
    private const PosixSignal SIGXFSZ = (PosixSignal)25;

    /// <summary>How long a cancelled job may take to stop by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(30);

    private static readonly CancellationTokenSource Source = new();

    // Never given up: a second Ctrl-C must not cut off the cleaning up after the first.
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>From here on no signal ends the program by itself.</summary>
    public static void Listen()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Source.Cancel();
            }));
        }

        // Unhandled it ends the process on the spot; handled, the write fails like any other.
        if (!OperatingSystem.IsWindows())
            Registrations.Add(PosixSignalRegistration.Create(SIGXFSZ, context => context.Cancel = true));
    }

    /// <summary>Runs a job on a thread of its own and gives its result.</summary>
    /// <remarks>
    /// A job that sits in a call that cannot be cancelled (drawing, a slow disk) is left behind after a cancellation: the caller cleans
    /// up and the program ends.
    /// </remarks>
    /// <exception cref="OperationCanceledException">A signal came before the job was done.</exception>
    public static T Run<T>(Func<CancellationToken, T> job)
    {
        CancellationToken token = Source.Token;
        var task = Task.Factory.StartNew(() => job(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            _ = Task.WaitAny([task], token);
        }
        catch (OperationCanceledException) when (Task.WaitAny([task], Grace) == 0)
        {
            // It has stopped, and knows better how it ended.
        }

        return task.GetAwaiter().GetResult();
    }
}
