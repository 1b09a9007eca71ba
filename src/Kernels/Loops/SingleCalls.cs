using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>Functions of single vectors and numbers.</summary>
internal static unsafe class SingleCalls
{
    /// <summary>Of a vector of doubles or floats, on lanes that are as wide as it or a part of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Evaluate<TFunction, V, T, TVector>(TVector x, TVector y = default)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
        where T : unmanaged
        where TVector : unmanaged
    {
        TVector first = default, second = default;
        for (int i = 0; i < sizeof(TVector) / sizeof(T); i += V.Count)
        {
            V a = Element.Load<V, T>((T*)&x + i), b = TFunction.Inputs > 1 ? Element.Load<V, T>((T*)&y + i) : default;
            var (u, v) = Strip.EvaluateVector<TFunction, Declared, V>(default, a, b, in TFunction.Table, out _);
            Element.Store(V.CanonicalizeNaN(u.Nearest), (T*)&first + i);
            if (TFunction.Results > 1)
                Element.Store(V.CanonicalizeNaN(v.Nearest), (T*)&second + i);
        }

        return (first, second);
    }

    /// <summary>Of a number, to the nearest double.</summary>
    public static (double First, double Second) Round<TFunction, TTest>(double x, double y = 0)
        where TFunction : struct, ICorrectFunction
        where TTest : struct, IRoundingTest
    {
        double* columns = stackalloc double[] { x, y, 0, 0 };
        double** pointers = stackalloc double*[4];
        int column = 0;
        pointers[column++] = columns;
        if (TFunction.Inputs > 1)
            pointers[column++] = columns + 1;
        pointers[column++] = columns + 2;
        pointers[column] = columns + 3;
        var body = default(TableBody<TFunction, Correct<TFunction, TTest>>);
        body.Evaluate<Double1<Near>, Double1<Whole>, double>(pointers, 0, 1, streams: false);
        return (columns[2], columns[3]);
    }
}
