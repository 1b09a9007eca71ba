namespace Kernels.Yardsticks;

/// <summary>Arguments and room for two results; a second input that is not there is empty.</summary>
public sealed record Columns<T>(T[] X, T[] Y, T[] First, T[] Second)
{
    public void Deconstruct(out T[] x, out T[] first, out T[] second) => (x, first, second) = (X, First, Second);
}

/// <summary>
/// One set of arguments and room for two results, shared by all contenders. Pinned, so that native code can be given addresses.
/// </summary>
public sealed class Workload
{
    private const int Page = 4096;

    private readonly List<byte[]> _gaps = [];
    private readonly Random _random;

    /// <param name="x">The arguments.</param>
    /// <param name="y">Those of the second input; empty if there is none.</param>
    /// <param name="precision">What they are rounded to.</param>
    /// <param name="place">In workloads with different numbers the arrays lie differently to the pages and to one another.</param>
    /// <param name="other">One of the same length and precision, whose room for results serves this one too.</param>
    public Workload(double[] x, double[] y, Precision precision, int place = 0, Workload? other = null)
    {
        _random = new(place);
        Precision = precision;
        Length = x.Length;
        if (precision == Precision.Double)
            Double = Make(x, y, argument => argument, other?.Double);
        else
            Single = Make(x, y, argument => (float)argument, other?.Single);
    }

    public Precision Precision { get; }

    public int Length { get; }

    public Columns<double> Double { get; } = new([], [], [], []);

    public Columns<float> Single { get; } = new([], [], [], []);

    /// <summary>Makes all results no numbers.</summary>
    public void Clear()
    {
        foreach (double[] results in (double[][])[Double.First, Double.Second])
            results.AsSpan().Fill(double.NaN);
        foreach (float[] results in (float[][])[Single.First, Single.Second])
            results.AsSpan().Fill(float.NaN);
    }

    /// <summary>One of the two results at an index.</summary>
    public double Result(int output, int index) => (Precision, output) switch
    {
        (Precision.Double, 0) => Double.First[index],
        (Precision.Double, _) => Double.Second[index],
        (_, 0) => Single.First[index],
        _ => Single.Second[index],
    };

    /// <summary>The arguments at an index, as they have been rounded.</summary>
    public (double X, double Y) Arguments(int index) => Precision == Precision.Double
        ? (Double.X[index], Double.Y.Length > 0 ? Double.Y[index] : 0)
        : (Single.X[index], Single.Y.Length > 0 ? Single.Y[index] : 0);

    private Columns<T> Make<T>(double[] x, double[] y, Func<double, T> round, Columns<T>? other)
    {
        return new(Rounded(x), Rounded(y), other?.First ?? Pinned(x.Length), other?.Second ?? Pinned(x.Length));

        T[] Rounded(double[] arguments)
        {
            var rounded = Pinned(arguments.Length);
            for (int i = 0; i < arguments.Length; i++)
                rounded[i] = round(arguments[i]);
            return rounded;
        }

        T[] Pinned(int length)
        {
            if (length == 0)
                return [];
            _gaps.Add(GC.AllocateArray<byte>(_random.Next(1, Page), pinned: true));
            return GC.AllocateArray<T>(length, pinned: true);
        }
    }
}
