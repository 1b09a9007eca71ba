using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>
/// Elements whose rounding has not been decided. They are collected from strip to strip, since there is hardly one in each, and computed
/// again in double-double arithmetic, a vector of them at a time; what that leaves in doubt alone, in as much precision as it takes.
/// </summary>
/// <remarks>They wait in memory: what the first phase has left of them, their arguments, and the addresses of their results.</remarks>
internal static unsafe class Undecided
{
    /// <summary>What each consists of: the remarks list it.</summary>
    private const int Begun = 3, X = Begun, Y = X + 1, U = Y + 1, W = U + 1, Parts = W + 1;

    /// <summary>Doubles that they take.</summary>
    public static int WaitingLength<T>() where T : unmanaged => Parts * Room<T>();

    // So many may wait: less than a vector from before, and a whole strip.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Room<T>() where T : unmanaged => Strip.LengthOf<T>() + 8;

    /// <summary>Adds those of a strip to those that wait.</summary>
    /// <returns>How many they are now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Collect<TFunction, T>(T* x, T* y, T* u, T* v, double* scratch, nint count, double* waiting, int found)
        where TFunction : struct, ITableFunction where T : unmanaged
    {
        int room = Room<T>();
        var differences = new ReadOnlySpan<long>(scratch + Strip.Place<T>(Strip.Differences), (int)count);
        for (int i = 0, next; (next = differences[i..].IndexOfAnyExcept(0)) >= 0; found++)
        {
            int j = i + next;
            for (int column = 0; column < Begun; column++)
                waiting[(column * room) + found] = scratch[Strip.Place<T>(column) + j];
            waiting[(X * room) + found] = Element.Number(x + j);
            waiting[(Y * room) + found] = TFunction.Inputs > 1 ? Element.Number(y + j) : 0;
            ((T**)waiting)[(U * room) + found] = u + j;
            ((T**)waiting)[(W * room) + found] = TFunction.Results > 1 ? v + j : null;
            i = j + 1;
        }

        return found;
    }

    /// <summary>Fills the last vector up: the last element is repeated.</summary>
    public static void FillUp<V, T>(double* waiting, int found) where V : struct, ILanes<V> where T : unmanaged
    {
        for (int i = found; i % V.Count != 0; i++)
        {
            for (int part = 0; part < Parts; part++)
                ((long*)waiting)[(part * Room<T>()) + i] = ((long*)waiting)[(part * Room<T>()) + found - 1];
        }
    }

    /// <summary>A vector of them.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Evaluate<TFunction, TTest, V, T>(double* waiting)
        where TFunction : struct, ICorrectFunction where TTest : struct, IRoundingTest where V : struct, ILanes<V> where T : unmanaged
    {
        V x = Waiting(X), y = Waiting(Y);
        var (lower, upper, secondLower, secondUpper) =
            TFunction.EvaluatePrecisely<V, TTest>(x, y, Waiting(0), Waiting(1), Waiting(2));
        Write<TFunction, TTest, V, T>(lower, upper, waiting, result: 0);
        if (TFunction.Results > 1)
            Write<TFunction, TTest, V, T>(secondLower, secondUpper, waiting, result: 1);

        V Waiting(int part) => V.Load(waiting + (part * Room<T>()));
    }

    // What is decided now; what still is not is computed alone, to the end.
    private static void Write<TFunction, TTest, V, T>(V lower, V upper, double* waiting, int result)
        where TFunction : struct, ICorrectFunction where TTest : struct, IRoundingTest where V : struct, ILanes<V> where T : unmanaged
    {
        double* lowers = stackalloc double[2 * V.Count], uppers = lowers + V.Count;
        double* x = waiting + (X * Room<T>()), y = waiting + (Y * Room<T>());
        T** places = (T**)waiting + ((result == 0 ? U : W) * Room<T>());
        V.Store(lower, lowers);
        V.Store(upper, uppers);
        for (int lane = 0; lane < V.Count; lane++)
        {
            // NaN, which is not equal to itself, has its bits already. The rest of a range comes as a vector that repeats an element, and
            // so does the last vector of these: once is enough.
            if (Element.AreAlike<T>(lowers[lane], uppers[lane]))
                Element.SetNumber(places[lane], lowers[lane]);
            else if (lane > 0 && AreSame(x, lane) && AreSame(y, lane))
                *places[lane] = *places[lane - 1];
            else if (double.IsFinite(x[lane]) && double.IsFinite(y[lane]))
                Element.SetNumber(places[lane], LastStages<TFunction>.Round<TTest>(x[lane], y[lane], result));
        }
    }

    private static bool AreSame(double* numbers, int lane) =>
        BitConverter.DoubleToInt64Bits(numbers[lane]) == BitConverter.DoubleToInt64Bits(numbers[lane - 1]);
}
