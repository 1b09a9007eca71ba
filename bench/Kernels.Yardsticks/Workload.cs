namespace Kernels.Yardsticks;

/// <summary>One set of arguments and room for two results, shared by all contenders. Pinned, so that native code can be given addresses.</summary>
public sealed class Workload
{
    public Workload(double[] arguments, Precision precision)
    {
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

    public int Length { get; }

    public (double[] Input, double[] First, double[] Second) Double { get; } = ([], [], []);

    public (float[] Input, float[] First, float[] Second) Single { get; } = ([], [], []);
}
