using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>The most that is done without a look whether the call has been cancelled.</summary>
internal static class Piece
{
    /// <summary>Elements of a piece at most while the clock has not been looked at: less than a millisecond, if one takes a microsecond.</summary>
    public const int First = 896;

    /// <summary>
    /// Elements of other pieces: two milliseconds at worst, if one takes a microsecond where the last took a nanosecond. To leave a loop and enter it again
    /// costs 50 nanoseconds (Zen 3), a fiftieth of 2,048 elements of the fastest functions.
    /// </summary>
    public const int Length = 2048;

    /// <summary>Runs a part of a loop piece by piece.</summary>
    public static void RunAll<TLoop>(TLoop loop, long first, long count, CancellationToken token, int length = Length)
        where TLoop : struct, ILoop
    {
        long done = 0;
        for (; count - done > length; done += length)
        {
            Width.Run(loop, first + done, length);
            token.ThrowIfCancellationRequested();
        }

        Width.Run(loop, first + done, count - done);
    }
}
