using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// Elements whose rounding has not been decided. They are collected from strip to strip, since there is hardly one in each, and computed
/// again in double-double arithmetic, a vector of them at a time.
/// </summary>
/// <remarks>
/// They wait in memory: offsets of rows, the two parts of the begun reduction, the arguments, and where in the range they belong.
/// </remarks>
internal static unsafe class Undecided
{
    /// <summary>So many may wait: less than a vector from before, and a whole strip.</summary>
    private const int Room = Strip.Length + Strip.MaxLanes;

    /// <summary>What each consists of: the remarks list it.</summary>
    private const int Parts = 5;

    /// <summary>Doubles that they take.</summary>
    public const int WaitingLength = Parts * Room;

    /// <summary>Where a strip's scratch has, for each element, in which bits the two that it might be differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Differences(double* scratch) => scratch + (3 * Strip.Length);

    /// <summary>Whether no bit of any lane is set, but for signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNone<V>(V differences)
        where V : struct, IDoubleLanes<V>, ILanes<V> => V.AllBitsLess(V.Abs(differences), 1);

    /// <summary>Adds those of a strip to those that wait.</summary>
    /// <param name="x">The strip's arguments.</param>
    /// <param name="scratch">Its scratch.</param>
    /// <param name="count">Its elements.</param>
    /// <param name="first">Where in the range it begins.</param>
    /// <param name="waiting">Those that wait.</param>
    /// <param name="found">How many they are.</param>
    /// <returns>How many they are now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Collect(double* x, double* scratch, nint count, long first, double* waiting, int found)
    {
        var differences = new ReadOnlySpan<long>(Differences(scratch), (int)count);
        for (int i = 0, next; (next = differences[i..].IndexOfAnyExcept(0)) >= 0; found++)
        {
            int j = i + next;
            waiting[found] = scratch[j];
            waiting[Room + found] = scratch[j + Strip.Length];
            waiting[(2 * Room) + found] = scratch[j + (2 * Strip.Length)];
            waiting[(3 * Room) + found] = x[j];
            ((long*)waiting)[(4 * Room) + found] = first + j;
            i = j + 1;
        }

        return found;
    }

    /// <summary>Fills the last vector up: the last element is repeated.</summary>
    public static void FillUp<V>(double* waiting, int found)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (int i = found; i % V.Count != 0; i++)
        {
            for (int part = 0; part < Parts; part++)
                waiting[(part * Room) + i] = waiting[(part * Room) + found - 1];
        }
    }

    /// <summary>Sine and cosine of a vector of them.</summary>
    public static (DoubleDouble<V> Sine, DoubleDouble<V> Cosine) Evaluate<V>(double* waiting)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        PreciseSineCosine.Both(V.Load(waiting), V.Load(waiting + Room), V.Load(waiting + (2 * Room)));

    /// <summary>Writes what is decided now; what still is not is computed alone, to the end.</summary>
    public static void WriteRounded<V, TKernel, TTest>(DoubleDouble<V> value, double* waiting, double* y)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TKernel : struct, ICorrectKernel
        where TTest : struct, IRoundingTest
    {
        double* lowers = stackalloc double[2 * V.Count], uppers = lowers + V.Count, x = waiting + (3 * Room);
        long* places = (long*)waiting + (4 * Room);
        var (lower, upper) = PreciseSineCosine.Ends<V, TTest>(value);
        V.Store(lower, lowers);
        V.Store(upper, uppers);
        for (int lane = 0; lane < V.Count; lane++)
        {
            // NaN, which is not equal to itself, has its bits already. The rest of a range comes as a vector that repeats an element, and
            // so does the last vector of these: once is enough.
            if (lowers[lane] == uppers[lane])
                y[places[lane]] = lowers[lane];
            else if (lane > 0 && BitConverter.DoubleToInt64Bits(x[lane]) == BitConverter.DoubleToInt64Bits(x[lane - 1]))
                y[places[lane]] = y[places[lane - 1]];
            else if (double.IsFinite(x[lane]))
                y[places[lane]] = TKernel.Round<TTest>(x[lane]);
        }
    }

    /// <summary>Moves what is left after so many to the front.</summary>
    /// <returns>How many are left.</returns>
    public static int KeepRest(double* waiting, int found, int done)
    {
        if (found == done)
            return 0;
        for (int part = 0; part < Parts; part++)
        {
            double* values = waiting + (part * Room);
            new ReadOnlySpan<double>(values + done, found - done).CopyTo(new Span<double>(values, found - done));
        }

        return found - done;
    }
}
