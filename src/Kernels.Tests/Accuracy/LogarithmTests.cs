using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>What is the logarithms' own: landmarks, thresholds, what users have met.</summary>
public class LogarithmTests
{
    public static TheoryData<string> Names => ["Log", "Log2", "Log10", "LogP1"];

    [Fact]
    public void Of_every_power_of_2_the_binary_logarithm_is_exact()
    {
        for (int n = -1074; n <= 1023; n++)
            KernelTests.CheckExact("Log2", Math.ScaleB(1, n), n);
    }

    [Fact]
    public void Of_every_power_of_10_that_is_a_double_the_decimal_logarithm_is_exact()
    {
        for (int n = 0; n <= 22; n++)
            KernelTests.CheckExact("Log10", (double)BigInteger.Pow(10, n), n);
    }

    // What .NET and NumPy have been asked for: log(64, 2), logarithms of 1 + x, and arguments on which machines differ.
    [Theory]
    [InlineData("Log2", 64, 6)]
    [InlineData("Log10", 1000, 3)]
    [InlineData("LogP1", 1.23e-15, 1.2299999999999993e-15)]
    [InlineData("LogP1", -1.23e-15, -1.2300000000000009e-15)]
    [InlineData("LogP1", 1.23e-20, 1.23e-20)]
    [InlineData("LogP1", 1e308, 709.1962086421661)]
    [InlineData("LogP1", -5e-310, -5e-310)]
    [InlineData("LogP1", double.Epsilon, double.Epsilon)]
    [InlineData("LogP1", -double.Epsilon, -double.Epsilon)]
    [InlineData("Log", 0.8181818181818182, -0.2006706954621511)]
    [InlineData("Log", 0.04048147466152369, -3.2069108252809944)]
    [InlineData("Log", 1332.312, 7.194671057906014)]
    [InlineData("Log", 1e4, 9.210340371976184)]
    [InlineData("Log", 1e6, 13.815510557964274)]
    public void What_users_have_met_is_the_nearest(string name, double x, double expected)
    {
        BitsAssert.Equal(expected, ReferenceFunction.Of(name).Nearest(x), $"the nearest of {name}({x})");
        KernelTests.CheckExact(name, x, expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Special_values_are_those_of_IEEE_754(string name)
    {
        double[] poles = name == "LogP1" ? [-1] : [0.0, -0.0];
        (double X, double Result)[] expected =
        [
            .. poles.Select(pole => (pole, double.NegativeInfinity)),
            (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NaN), (double.MinValue, double.NaN),
            (Math.BitDecrement(poles[0]), double.NaN), (-2, double.NaN),
            .. ((ulong[])[0x7FF8_0000_0000_0000, 0xFFF8_0000_0000_0000, 0x7FF0_0000_0000_0001, 0xFFF0_0000_0000_0001, ulong.MaxValue])
                .Select(bits => (BitConverter.UInt64BitsToDouble(bits), double.NaN)),
        ];
        var results = TestedKernel.Named(name).Run<AnyArgument>([.. expected.Select(pair => pair.X)]);
        var ends = TestedKernel.Named(name).Run<TestedAnyArgument<Declared>>([.. expected.Select(pair => pair.X)]);
        for (int i = 0; i < expected.Length; i++)
        {
            BitsAssert.Equal(expected[i].Result, results[i].First, $"{name}({expected[i].X})");
            BitsAssert.Equal(expected[i].Result, ends[i].First, $"{name}({expected[i].X})");
            BitsAssert.Equal(expected[i].Result, ends[i].Second, $"{name}({expected[i].X})");
        }
    }

    [Fact]
    public void Zeros_have_logarithms_as_IEEE_754_wants()
    {
        foreach (double zero in (double[])[0.0, -0.0])
        {
            KernelTests.CheckExact("LogP1", zero, zero);
            foreach (string name in (string[])["Log", "Log2", "Log10"])
            {
                BitsAssert.Equal(double.NegativeInfinity, TestedKernel.Named(name).Run<AnyArgument>([zero])[0].First, name);
                KernelTests.CheckExact(name, 1, 0.0);
            }
        }
    }

    // What needs no precision, and what is beside it.
    [Fact]
    public void Logarithms_that_are_decided_without_precision_are_the_nearest()
    {
        double tiny = Math.ScaleB(1, -54);
        double[] ofPlusOne =
        [
            0.0, -0.0, double.Epsilon, -double.Epsilon, 1e-300, tiny, Math.BitDecrement(tiny), Math.BitIncrement(tiny), -tiny,
            -Math.BitDecrement(tiny), -Math.BitIncrement(tiny), tiny / 2, -tiny / 2, 1, -0.5,
        ];
        Check<LogP1>(ofPlusOne, x => Math.Abs(x) < tiny);
        double[] others = [1, 2, 3, 0.5, 0.1, 10, 100, 1e22, 1e23, 1e-5, double.Epsilon, 3 * double.Epsilon, Math.ScaleB(1, 1023), 5, 1e15];
        Check<Log>([.. others, Math.BitIncrement(1), Math.BitDecrement(1)], x => x == 1);
        Check<Log2>(others, double.IsPow2);
        Check<Log10>(others, x => x is 1 or 10 or 100 or 1e15 or 1e22);

        static void Check<T>(double[] arguments, Func<double, bool> isTrivial)
            where T : struct, ILogarithm
        {
            foreach (double x in arguments)
            {
                double? trivial = Logarithm<T>.Trivial(x, 0, 0);
                Assert.Equal(isTrivial(x), trivial.HasValue);
                if (trivial is { } value)
                    BitsAssert.Equal(ReferenceFunction.Of(typeof(T).Name).Nearest(x), value, $"{typeof(T).Name}({x})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_positive_normal_arguments_below_the_last_cells_are_taken_for_near(string name)
    {
        bool isPlusOne = name == "LogP1";
        double least = isPlusOne ? -1 + Math.ScaleB(1, -53) : Math.ScaleB(1, -1022);
        double largest = Math.ScaleB(KernelInputs.LeastOf(0), isPlusOne ? 43 : 1024) - (isPlusOne ? 1 : 0);
        double[] near = [least, 1, 0.5, 3, isPlusOne ? 1e12 : 1e300, Math.BitDecrement(largest), isPlusOne ? -double.Epsilon : 1e-300];
        double[] far =
        [
            largest, double.MaxValue, double.PositiveInfinity, -1, -2, -1e300, double.MinValue, double.NegativeInfinity, double.NaN,
            -double.NaN, isPlusOne ? -1 : Math.BitDecrement(least), isPlusOne ? Math.BitDecrement(-1) : double.Epsilon,
            isPlusOne ? -1.5 : 0.0, isPlusOne ? -1e10 : -0.0, isPlusOne ? -3 : -double.Epsilon, isPlusOne ? 1e300 : -1e-300,
        ];
        KernelTests.CheckNear(TestedKernel.Named(name), near, far);
    }
}
