using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>Functions of single vectors and numbers.</summary>
internal static unsafe class SingleCalls
{
    /// <summary>Of a vector of doubles or floats, on lanes that are as wide as it or a part of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Evaluate<TFunction, V, T, TVector>(TVector x, TVector y = default)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V> where T : unmanaged where TVector : unmanaged
    {
        TVector first = default, second = default;
        for (int i = 0; i < sizeof(TVector) / sizeof(T); i += V.Count)
        {
            V a = Element.Load<V, T>((T*)&x + i), b = TFunction.Inputs > 1 ? Element.Load<V, T>((T*)&y + i) : default;
            var (u, v) = Strip.EvaluateVector<TFunction, Declared, V>(default, a, b, in TFunction.Table, in TFunction.LastTable, out _);
            Element.Store(V.CanonicalizeNaN(u.Nearest), (T*)&first + i);
            if (TFunction.Results > 1)
                Element.Store(V.CanonicalizeNaN(v.Nearest), (T*)&second + i);
        }

        return (first, second);
    }

    /// <summary>Of a vector, to the nearest numbers of its format: by the loop of spans.</summary>
    public static TVector Round<TFunction, TTest, VNear, VWhole, T, TVector>(TVector x, TVector y)
        where TFunction : struct, ICorrectFunction where TTest : struct, IRoundingTest
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged where TVector : unmanaged
    {
        TVector result = default;
        T** columns = stackalloc T*[] { (T*)&x, (T*)&y, (T*)&result };
        var body = default(TableBody<TFunction, Correct<TFunction, TTest>>);
        long count = sizeof(TVector) / sizeof(T), done = 0;
        do
        {
            done += body.Evaluate<VNear, VWhole, T>(columns, done, count - done, streams: false);
        }
        while (done < count);

        return result;
    }

    /// <summary>Of a number, to the nearest double.</summary>
    public static (double First, double Second) Round<TFunction, TTest>(double x, double y = 0)
        where TFunction : struct, ICorrectFunction where TTest : struct, IRoundingTest
    {
        double* numbers = stackalloc double[] { x, y, 0, 0 };
        double** columns = stackalloc double*[] { numbers, TFunction.Inputs > 1 ? numbers + 1 : numbers, numbers + 2, numbers + 3 };
        var body = default(TableBody<TFunction, Correct<TFunction, TTest>>);
        body.Evaluate<Double1<Near>, Double1<Whole>, double>(columns + 2 - TFunction.Inputs, 0, 1, streams: false);
        return (numbers[2], numbers[3]);
    }
}
