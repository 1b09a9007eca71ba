using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>What an element of a loop took last: a nanosecond for a sine, a microsecond for some user's function. How a call is best begun depends on it.</summary>
/// <remarks>
/// It belongs to the loop's type; the function's parameters, and the arguments, may make the next call quite another thing. So it is only where a call
/// begins, short calls that go by it alone are stopped as soon as others, and one in many of them is timed again.
/// </remarks>
internal static class Pace<TLoop>
    where TLoop : struct, ILoop
{
    /// <summary>Of calls that the clock might double one in 512 is timed, of longer ones one in 32. They are masks: a division would be felt.</summary>
    private const uint ShortCallsUntimed = 511;

    private const uint CallsUntimed = 31;

    // Of 32 bits, so that it cannot be read half written; without an initial value, since the runtime would look at each call whether it has been set.
    private static float _last;

    // Counted by all threads at once, for what it is worth.
    private static uint _calls;

    /// <summary>Nanoseconds of an element in the last timed call; 0 before the first.</summary>
    public static float Last
    {
        get => _last;
        set => _last = value;
    }

    /// <summary>What so many elements are expected to take in nanoseconds; 0 if nothing is known, or what is has been used often enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Expect(long count) =>
        (++_calls & (count <= Piece.Length ? ShortCallsUntimed : CallsUntimed)) == 0 ? 0 : count * _last;
}
