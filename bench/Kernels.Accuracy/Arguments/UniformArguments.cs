using Kernels.Yardsticks;
using MathNet.Numerics.Distributions;

namespace Kernels.Accuracy.Arguments;

/// <summary>Uniformly distributed between the ends of an interval.</summary>
internal sealed class UniformArguments(Interval interval, Precision precision) : ArgumentSet(interval.Name)
{
    private const double LargestOnAxis = 1000;

    public override bool IsLogarithmic => false;

    public override double AxisUnit => interval.To > LargestOnAxis ? interval.To : 1;

    public override (double From, double To) Axis => (interval.From / AxisUnit, interval.To / AxisUnit);

    public override IEnumerable<(double X, double Y)> Generate(int samples, int seed)
    {
        var second = interval.Second is { } other ? Between(other, seed + 1) : Enumerable.Repeat(0.0, samples);
        return Between(interval, seed).Take(samples).Zip(second);
    }

    private IEnumerable<double> Between(Interval ends, int seed) => ContinuousUniform
        .Samples(new Random(seed), ends.From, ends.To)
        .Select(x => precision == Precision.Double ? x : (float)x);
}
