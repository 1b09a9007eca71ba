using System.Numerics;

namespace Kernels.Tests.Accuracy;

/// <summary>What every operation makes of arguments without a value, and the symmetries, to the bit.</summary>
public abstract class SpecialValueTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>NaN of many bits.</summary>
    private static readonly T[] NaNs =
    [
        .. (typeof(T) == typeof(double)
            ? (ulong[])
            [
                0x7FF8_0000_0000_0000, 0xFFF8_0000_0000_0000, 0x7FF0_0000_0000_0001, 0xFFF0_0000_0000_0001, 0x7FFF_FFFF_FFFF_FFFF,
                0xFFFF_1234_5678_9ABC,
            ]
            : [0x7FC0_0000, 0xFFC0_0000, 0x7F80_0001, 0xFF80_0001, 0x7FFF_FFFF, 0xFFFF_1234]).Select(Inputs.FromBits<T>),
    ];

    internal static readonly T[] WithoutValue = [.. NaNs, T.PositiveInfinity, T.NegativeInfinity];

    [Fact]
    public void NaN_gives_the_one_NaN()
    {
        foreach (T x in NaNs)
        {
            foreach (var operation in Operations.All<T>())
            {
                foreach (T[] results in operation.Evaluate([x, T.One, x, .. Inputs.Of<T>(2, 3, 4, 5, 6, 7), x]))
                {
                    BitsAssert.Equal(T.NaN, results[0], $"{operation.Name} of {Inputs.BitsOf(x):x}");
                    BitsAssert.Equal(T.NaN, results[9], $"{operation.Name} of {Inputs.BitsOf(x):x} in the remainder");
                }
            }
        }
    }

    [Fact]
    public void Without_a_value_the_result_is_the_one_NaN()
    {
        string[] names = ["Sin", "Cos", "SinCos", "CorrectSin", "CorrectCos", "CorrectSinCos", "Heart"];
        foreach (var operation in names.Select(Operations.Named<T>))
        {
            foreach (T x in WithoutValue)
            {
                foreach (T[] results in operation.Evaluate(x))
                    BitsAssert.Equal(T.NaN, results[0], $"{operation.Name} of {Inputs.BitsOf(x):x}");
            }
        }
    }

    [Fact]
    public void Sine_is_odd_cosine_is_even_and_neither_exceeds_one()
    {
        T[] x = [.. Inputs.BitSpaced<T>(100_000), .. Inputs.Of<T>(Inputs.Uniform(100_000, 100)), .. Inputs.HardOf<T>(), T.Zero];
        var operation = Operations.Named<T>("SinCos");
        T[][] results = operation.Evaluate(x), ofNegatives = operation.Evaluate([.. x.Select(value => -value)]);
        BitsAssert.Equal([.. results[0].Select(sine => -sine)], ofNegatives[0], "oddness");
        BitsAssert.Equal(results[1], ofNegatives[1], "evenness");
        Assert.All(results, values => Assert.True(values.Max(T.Abs) <= T.One));
    }
}

public class DoubleSpecialValueTests : SpecialValueTests<double>;

public class SingleSpecialValueTests : SpecialValueTests<float>;
