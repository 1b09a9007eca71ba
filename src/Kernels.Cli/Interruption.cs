using System.Runtime.InteropServices;

namespace Kernels.Cli;

/// <summary>Turns Ctrl-C, and the signals that ask a program to end, into the cancellation of a job.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a cancelled job may take to stop by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(30);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(Register)];

    /// <summary>Runs a job on a thread of its own and gives its result.</summary>
    /// <remarks>
    /// A job that sits in a call that cannot be cancelled (drawing, a slow disk) is left behind after a cancellation: the caller cleans
    /// up and the program ends.
    /// </remarks>
    /// <exception cref="OperationCanceledException">A signal came before the job was done.</exception>
    public T Run<T>(Func<CancellationToken, T> job)
    {
        CancellationToken token = _source.Token;
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

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            _source.Cancel();
        });
}
