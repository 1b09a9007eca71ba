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

    public override IEnumerable<double> Generate(int samples, int seed) => ContinuousUniform
        .Samples(new Random(seed), interval.From, interval.To)
        .Take(samples)
        .Select(x => precision == Precision.Double ? x : (float)x);
}
