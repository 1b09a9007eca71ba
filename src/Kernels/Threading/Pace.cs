using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>What an element of a loop costs: a nanosecond for a sine, a microsecond for some user's function. How a call is best run depends on it.</summary>
/// <remarks>
/// A measured call does its first elements in a few pieces under the clock. The smallest quotient counts, since everything that disturbs a
/// measurement (an interrupt, the compiler at the first call) makes it longer. Short calls go by what is known, but for one in many: the cost may
/// have changed with the function's parameters.
/// </remarks>
internal static class Pace<TLoop>
    where TLoop : struct, ILoop
{
    /// <summary>A whole cache line of results, and a whole vector of any width.</summary>
    private const int FewestElements = 8;

    /// <summary>Nanoseconds of a piece: long against the clock's own 20, short against anything that a second thread could save.</summary>
    private const float PieceTime = 1000;

    private const uint CallsBetweenMeasurements = 512;

    private const float Surprise = 4;

    // Nanoseconds for an element in the last measured call; 0 before the first. Of 32 bits, so that it cannot be read half written; without an
    // initial value, since the runtime would look at each call whether it has been set.
    private static float _last;

    // Counted by all threads at once, for what it is worth.
    private static uint _calls;

    /// <summary>What so many elements are expected to take in nanoseconds; 0 if nothing is known, or what is has been used often enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Expect(long count) => ++_calls % CallsBetweenMeasurements == 0 ? 0 : count * _last;

    /// <summary>Forgets what an element costs if a call has taken far longer than expected.</summary>
    public static void Compare(float expected, float taken)
    {
        if (taken > Surprise * expected)
            _last = 0;
    }

    /// <summary>Does the first elements, and measures what one of them takes.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="count">The number of its elements.</param>
    /// <param name="token">Looked at between pieces.</param>
    /// <returns>The number of finished elements, and the nanoseconds that an element took.</returns>
    public static (long Done, float Nanoseconds) Measure(TLoop loop, long count, CancellationToken token)
    {
        float nanosecondsPerTick = 1e9f / Stopwatch.Frequency, best = float.PositiveInfinity, time = 0;
        long length = _last == 0 ? FewestElements : Math.Max((long)(PieceTime / _last), FewestElements) & -FewestElements;
        long done = 0, pieces = 0, start = Stopwatch.GetTimestamp();
        while (done < count && (pieces < 2 || time < PieceTime / 2))
        {
            token.ThrowIfCancellationRequested();
            long piece = Math.Min(length, count - done);
            Width.Run(loop, done, piece);
            long now = Stopwatch.GetTimestamp();
            time = Math.Max(now - start, 1) * nanosecondsPerTick;
            start = now;
            best = Math.Min(best, time / piece);
            done += piece;
            pieces++;
            if (time < PieceTime / 2)
                length *= 2;
        }

        _last = best;
        return (done, best);
    }
}
