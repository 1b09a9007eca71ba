using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>What an element of a loop took last: a nanosecond for a sine, a microsecond for some user's function. How a call is best begun depends on it.</summary>
/// <remarks>
/// It belongs to the loop's type; the function's parameters, and the arguments, may make the next call quite another thing. So it is only where a call
/// begins, and of the short calls that go by it alone one in many is timed again: two of those in a row, if the first took far longer.
/// </remarks>
internal static class Pace<TLoop>
    where TLoop : struct, ILoop
{
    /// <summary>Of calls that the clock might double one in 512 is timed, of longer ones one in 32. They are masks: a division would be felt.</summary>
    private const uint ShortCallsUntimed = 511;

    private const uint CallsUntimed = 31;

    /// <summary>Times as long as expected: either a disturbance, or another pace.</summary>
    private const float Surprise = 2;

    // Of 32 bits, so that they cannot be read half written; without initial values, since the runtime would look at each call whether they have been set.
    private static float _expected;
    private static float _latest;

    // Counted by all threads at once, for what it is worth.
    private static uint _calls;

    /// <summary>Where a timed call begins.</summary>
    public static Pacer Pacer => new(_latest);

    /// <summary>What so many elements are expected to take in nanoseconds; 0 if nothing is known, or what is has been used often enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Expect(long count) =>
        (++_calls & (count <= Piece.Length ? ShortCallsUntimed : CallsUntimed)) == 0 ? 0 : count * _expected;

    /// <summary>Keeps what a timed call has found.</summary>
    public static void Keep(in Pacer pacer)
    {
        _expected = pacer.Nanoseconds;
        _latest = pacer.Latest;

        // The next call is timed too: its smaller count decides.
        if (_latest > Surprise * _expected)
            _calls = uint.MaxValue;
    }
}
