using Kernels.Yardsticks;

namespace Kernels.Accuracy.Arguments;

/// <summary>
/// Numbers evenly spaced in their bit patterns, so that every binade has its share; every other one is negative. A second argument has any
/// pattern.
/// </summary>
internal sealed class BitSpacedArguments(string name, Precision precision, bool onlySubnormal) : ArgumentSet(name)
{
    public override bool IsLogarithmic => true;

    public override (double From, double To) Axis => (Position(Value(1)), Position(Value(End - 1)));

    // The first pattern beyond: that of infinity, or of the smallest normal number.
    private long End => precision == Precision.Double
        ? onlySubnormal ? 0x0010_0000_0000_0000 : 0x7FF0_0000_0000_0000
        : onlySubnormal ? 0x0080_0000 : 0x7F80_0000;

    public override int Count(int samples) => (int)Math.Min(samples, End - 1);

    // One from each of as many equal parts: a fixed step would leave the low bits of all patterns alike.
    public override IEnumerable<(double X, double Y)> Generate(int samples, int seed)
    {
        var random = new Random(seed);
        int count = Count(samples);
        long step = (End - 1) / count;
        for (int i = 0; i < count; i++)
        {
            double value = Value(1 + (step * i) + random.NextInt64(step));
            double other = Value(1 + random.NextInt64(End - 1));
            yield return ((i & 1) == 0 ? value : -value, (i & 2) == 0 ? other : -other);
        }
    }

    private double Value(long bits) =>
        precision == Precision.Double ? BitConverter.Int64BitsToDouble(bits) : BitConverter.Int32BitsToSingle((int)bits);
}
