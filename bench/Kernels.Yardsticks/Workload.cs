namespace Kernels.Yardsticks;

/// <summary>One set of arguments and room for two results, shared by all contenders. Pinned, so that native code can be given addresses.</summary>
public sealed class Workload
{
    private const int Page = 4096;

    private readonly byte[] _gap;

    /// <param name="arguments">The arguments.</param>
    /// <param name="precision">What they are rounded to.</param>
    /// <param name="place">Workloads with different numbers lie differently to one another's pages.</param>
    public Workload(double[] arguments, Precision precision, int place = 0)
    {
        _gap = GC.AllocateArray<byte>(1 + (place * Page * 3 / 7), pinned: true);
        Precision = precision;
        Length = arguments.Length;
        if (precision == Precision.Double)
        {
            Double = (Pinned<double>(), Pinned<double>(), Pinned<double>());
            arguments.CopyTo(Double.Input, 0);
        }
        else
        {
            Single = (Pinned<float>(), Pinned<float>(), Pinned<float>());
            for (int i = 0; i < Length; i++)
                Single.Input[i] = (float)arguments[i];
        }

        T[] Pinned<T>() => GC.AllocateArray<T>(Length, pinned: true);
    }

    public Precision Precision { get; }

    /// <summary>Bytes that lie before the arrays.</summary>
    public int Gap => _gap.Length;

    public int Length { get; }

    public (double[] Input, double[] First, double[] Second) Double { get; } = ([], [], []);

    public (float[] Input, float[] First, float[] Second) Single { get; } = ([], [], []);
}
