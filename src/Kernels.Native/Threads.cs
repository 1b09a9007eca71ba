using Kernels.Threading;

namespace Kernels.Native;

/// <summary>How many threads a call may have.</summary>
internal static class Threads
{
    private static int Most => Environment.ProcessorCount;

    // By number: calls share them.
    private static readonly ParallelOptions[] Options =
        [.. Enumerable.Range(0, Most + 1).Select(number => new ParallelOptions { MaxDegreeOfParallelism = Math.Max(number, 1) })];

    private static int _number = Most;

    [ThreadStatic]
    private static int _ofThread;

    /// <summary>The number of all threads' calls.</summary>
    public static int Number
    {
        get => _number;
        set => _number = Math.Clamp(value, 1, Most);
    }

    /// <summary>That of the calls of this thread; 0 for the number of all.</summary>
    public static void SetForThread(int number) => _ofThread = Math.Clamp(number, 0, Most);

    /// <summary>Who does a call's work.</summary>
    /// <param name="number">How many threads; 0 for what has been set.</param>
    public static Partitioner Runner(int number = 0)
    {
        int threads = number > 0 ? Math.Min(number, Most) : _ofThread > 0 ? _ofThread : _number;
        return new(Options[threads], null);
    }
}
