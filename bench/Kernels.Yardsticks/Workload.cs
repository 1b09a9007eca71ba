namespace Kernels.Yardsticks;

/// <summary>
/// One set of arguments and room for two results, shared by all contenders. Pinned, so that native code can be given addresses.
/// </summary>
public sealed class Workload
{
    private const int Page = 4096;

    private readonly List<byte[]> _gaps = [];

    /// <param name="arguments">The arguments.</param>
    /// <param name="precision">What they are rounded to.</param>
    /// <param name="place">In workloads with different numbers the arrays lie differently to the pages and to one another.</param>
    /// <param name="other">One of the same length and precision, whose room for results serves this one too.</param>
    public Workload(double[] arguments, Precision precision, int place = 0, Workload? other = null)
    {
        var gaps = new Random(place);
        Precision = precision;
        Length = arguments.Length;
        if (precision == Precision.Double)
        {
            Double = (Pinned<double>(), other?.Double.First ?? Pinned<double>(), other?.Double.Second ?? Pinned<double>());
            arguments.CopyTo(Double.Input, 0);
        }
        else
        {
            Single = (Pinned<float>(), other?.Single.First ?? Pinned<float>(), other?.Single.Second ?? Pinned<float>());
            for (int i = 0; i < Length; i++)
                Single.Input[i] = (float)arguments[i];
        }

        T[] Pinned<T>()
        {
            _gaps.Add(GC.AllocateArray<byte>(gaps.Next(1, Page), pinned: true));
            return GC.AllocateArray<T>(Length, pinned: true);
        }
    }

    public Precision Precision { get; }

    public int Length { get; }

    public (double[] Input, double[] First, double[] Second) Double { get; } = ([], [], []);

    public (float[] Input, float[] First, float[] Second) Single { get; } = ([], [], []);
}
