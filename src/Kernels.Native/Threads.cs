using Kernels.Threading;

namespace Kernels.Native;

/// <summary>How many threads a call may have.</summary>
internal static class Threads
{
    // By number: calls share them.
    private static readonly ParallelOptions[] Options =
        [.. Enumerable.Range(0, Environment.ProcessorCount + 1).Select(n => new ParallelOptions { MaxDegreeOfParallelism = n == 0 ? 1 : n })];

    private static int _number = Environment.ProcessorCount;

    [ThreadStatic]
    private static int _ofThread;

    /// <summary>The number of all threads' calls.</summary>
    public static int Number
    {
        get => _number;
        set => _number = Math.Clamp(value, 1, Environment.ProcessorCount);
    }

    /// <summary>That of the calls of this thread; 0 for the number of all.</summary>
    public static void SetForThread(int number) => _ofThread = Math.Clamp(number, 0, Environment.ProcessorCount);

    /// <summary>Who does a call's work.</summary>
    /// <param name="number">How many threads; 0 for what has been set.</param>
    public static Partitioner Runner(int number = 0)
    {
        int threads = number > 0 ? Math.Min(number, Environment.ProcessorCount) : _ofThread > 0 ? _ofThread : _number;
        return new(Options[threads], null);
    }
}
