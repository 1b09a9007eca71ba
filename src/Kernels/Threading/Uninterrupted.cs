namespace Kernels.Threading;

/// <summary>What neither may be cut short by <see cref="Thread.Interrupt"/>, nor may swallow it.</summary>
internal static class Uninterrupted
{
    /// <summary>Does something again until it is not interrupted; an interrupt that came meanwhile is put off until then.</summary>
    public static void Run<TState>(TState state, Action<TState> action)
    {
        for (bool interrupted = false; ;)
        {
            try
            {
                action(state);
                if (interrupted)
                    Thread.CurrentThread.Interrupt();
                return;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }
}
