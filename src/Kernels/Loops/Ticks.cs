namespace Kernels.Loops;

/// <summary>
/// A clock in memory, which loops can afford to look at after every vector. While parallel calls run it moves about once a millisecond.
/// </summary>
/// <remarks>
/// Loops end early when it has moved. Whoever runs them then has a look around, at the real clock, for a cancellation, for others that
/// would help, and has the loop go on: so nobody needs to know before what an element costs.
/// </remarks>
internal static class Ticks
{
    private static int _count;

    /// <summary>Its time. It wraps around.</summary>
    public static int Now
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _count);
    }

    /// <summary>Moves it on.</summary>
    public static void Advance() => Interlocked.Increment(ref _count);
}
