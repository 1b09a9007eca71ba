using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>What an element of a loop took last: how a call is best begun depends on it.</summary>
/// <remarks>
/// It is kept for the loop's type and, beside that, for some functions of the type that have been timed: one with other parameters may be
/// quite another thing. The arguments may be so too. So it is only where a call begins, and of the short calls that go by it alone one in
/// many is timed again: two of those in a row, if the first took far longer.
/// </remarks>
internal static class Pace<TLoop> where TLoop : struct, ILoop
{
    /// <summary>Of calls that the clock might double one in 512 is timed, of longer ones one in 32. Masks spare divisions.</summary>
    private const uint ShortCallsUntimed = 511, CallsUntimed = 31;

    /// <summary>Times as long as expected: either a disturbance, or another pace.</summary>
    private const float Surprise = 2;

    /// <summary>Functions that are told apart, a power of two.</summary>
    private const int Functions = 16;

    // Of 32 bits, so that they cannot be read half written; without initial values, since the runtime would look at each call whether they
    // have been set. All threads write at once: a mistake costs time, no more.
    private static float _expected, _latest;
    private static uint _calls;

    // By the last bits of their keys.
    private static OfFunction[]? _functions;

    /// <summary>Where a timed call begins.</summary>
    public static Pacer Begin(ulong function) => new(IsKnown(function, out var known) ? known.Latest : _latest);

    /// <summary>The nanoseconds expected of so many elements; 0 if nothing is known, or what is has been used often enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Expect(ulong function, long count)
    {
        if ((++_calls & (count <= Pacer.MostElements ? ShortCallsUntimed : CallsUntimed)) == 0)
            return 0;
        return count * (function != FunctionKey.None && IsKnown(function, out var known) ? known.Expected : _expected);
    }

    /// <summary>Keeps what a timed call has found.</summary>
    public static void Keep(ulong function, in Pacer pacer)
    {
        _expected = pacer.Nanoseconds;
        _latest = pacer.Latest;
        if (function != FunctionKey.None)
            (_functions ??= new OfFunction[Functions])[function % Functions] = new(function, _expected, _latest);

        // The next call is timed too: its smaller count decides.
        if (_latest > Surprise * _expected)
            _calls = uint.MaxValue;
    }

    private static bool IsKnown(ulong function, out OfFunction known)
    {
        known = _functions is { } functions ? functions[function % Functions] : default;
        return known.Key == function && known.Key != FunctionKey.None;
    }

    private readonly record struct OfFunction(ulong Key, float Expected, float Latest);
}
