using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The kernel of the cube root against exact arithmetic, on single doubles and on vectors of each width.</summary>
public class CubeRootTests(ITestOutputHelper output)
{
    private static readonly int Count = FusedMultiplyAdd.IsHardware ? 100_000 : 5_000;

    private static readonly TestedKernel Kernel = TestedKernel.Named("Cbrt");

    private static readonly ReferenceFunction Reference = Kernel.Reference;

    // Nearest of all to the middle between two doubles, each times powers of 8.
    private static readonly double[] Hardest =
    [
        .. from x in (double[])[HardCases.Hex("0x1.9b78223aa307cp+1"), HardCases.Hex("0x1.a202bfc89ddffp+2")]
           from n in (int[])[0, 1, -1, 5, -7, 100, -100, 340, -341]
           from sign in (int[])[1, -1]
           select sign * Math.ScaleB(x, 3 * n),
    ];

    private static double[] Hard => [.. Hardest, .. Reference.HardCases.Select(point => point.X)];

    private static double[] Arguments =>
    [
        .. Hard, .. Inputs.BitSpaced(Count), .. Inputs.Uniform(Count / 10, 100), .. Inputs.Uniform(Count / 10, 1e300),
        .. Inputs.Uniform(Count / 10, 1e-307),
    ];

    private static double[] Near => [.. Arguments.Where(double.IsNormal)];

    // The order in which the operations of both phases come is the same everywhere.
    [Fact]
    public void All_ways_have_the_same_bits()
    {
        double[] all = [.. Arguments, .. Inputs.Special], near = [.. all.Where(double.IsNormal)];
        var any = Kernel.Run<AnyArgument>(all);
        Compare(all, any, Kernel.Run<TestedAnyArgument<LeftOut>>(all));
        Compare(near, [.. any.Where((_, i) => double.IsNormal(all[i]))], Kernel.Run<TwoPhases>(near));

        static void Compare(double[] inputs, (double First, double Second)[] expected, (double First, double Second)[] actual)
        {
            for (int i = 0; i < inputs.Length; i++)
                BitsAssert.Equal(expected[i].First, actual[i].First, HardCases.Hex(inputs[i]));
        }
    }

    [Fact]
    public void What_the_rounding_tests_decide_is_the_nearest()
    {
        double[] inputs = Arguments, near = Near;
        int whole = KernelTests.Undecided(Kernel, inputs, Kernel.Run<TestedAnyArgument<Declared>>(inputs));
        int phases = KernelTests.Undecided(Kernel, near, Kernel.Run<TestedTwoPhases<Declared>>(near));
        int precise = KernelTests.Undecided(Kernel, inputs, Kernel.Run<Precise<Declared>>(inputs));
        output.WriteLine($"undecided of {inputs.Length}: {whole}; of {near.Length}: {phases}; in double-double: {precise}");

        // The hardest, those that others have found, and one in 55,000. The hardest are beyond 2⁻¹⁰⁰, too.
        Assert.InRange(whole, Hardest.Length + 10, Hardest.Length + 30);
        Assert.InRange(phases, Hardest.Length + 10, Hardest.Length + 30);
        Assert.InRange(precise, Hardest.Length, Hardest.Length + 20);
    }

    [Fact]
    public void Without_a_rounding_test_results_are_wrong()
    {
        double[] inputs = [.. Hard.Where(double.IsNormal)];
        Assert.NotEqual(0, Wrong(Kernel.Run<TestedAnyArgument<LeftOut>>(inputs)));
        Assert.NotEqual(0, Wrong(Kernel.Run<TestedTwoPhases<LeftOut>>(inputs)));

        int Wrong((double First, double Second)[] results) => inputs.Zip(results)
            .Count(pair => pair.Second.First == pair.Second.Second && pair.Second.First != Reference.Nearest(pair.First));
    }

    // No double is so hard that double-double arithmetic were wrong without its test: so that is held to what it leaves of a large bound.
    [Fact]
    public void Double_double_arithmetic_allows_for_its_bound_on_both_sides()
    {
        double[] inputs = Inputs.Uniform(20_000, 8);
        int precise = Kernel.Run<Precise<OneIn40>>(inputs).Count(ends => ends.First != ends.Second);
        output.WriteLine($"undecided of {inputs.Length}: {precise}");
        Assert.InRange(precise, inputs.Length / 44, inputs.Length / 36);
        Assert.Equal(Math.ScaleB(1, -100), DerivedCubeRoot.PreciseRelativeError);
    }

    [Fact]
    public void Published_hard_cases_are_decided_rightly()
    {
        double[] inputs = [.. Inputs.Published("Cbrt").Where(double.IsNormal)];
        int first = KernelTests.Undecided(Kernel, inputs, Kernel.Run<TestedTwoPhases<Declared>>(inputs));
        int precise = KernelTests.Undecided(Kernel, inputs, Kernel.Run<Precise<Declared>>(inputs));
        output.WriteLine($"undecided of {inputs.Length}: {first}, in double-double {precise}");
        Assert.InRange(precise, 0, first - 1);
    }

    // Whatever vectors and double-double arithmetic leave, integers decide.
    [Fact]
    public void Every_stage_hands_on_what_it_cannot_decide()
    {
        double[] inputs = Arguments, results = new double[inputs.Length];
        Driver.Evaluate(
            default(TableBody<CubeRoot, Correct<CubeRoot, Doubtful>>), inputs, results, default, default(CallingThread));
        for (int i = 0; i < inputs.Length; i++)
            BitsAssert.Equal(Reference.Nearest(inputs[i]), results[i], HardCases.Hex(inputs[i]));
    }

    [Fact]
    public void Integers_decide_every_double()
    {
        double[] subnormal = [.. Enumerable.Range(0, 52).Select(n => BitConverter.Int64BitsToDouble(1L << n))];
        foreach (double x in (double[])[.. Arguments.Where(x => x != 0), .. subnormal, double.MaxValue, double.MinValue])
            BitsAssert.Equal(Reference.Nearest(x), ExactCubeRoot.Nearest(x), HardCases.Hex(x));
    }

    [Fact]
    public void Cubes_are_exact_and_decided_at_once()
    {
        double[] roots =
        [
            .. Enumerable.Range(1, 2000).Select(n => (double)n), .. Enumerable.Range(1, 2000).Select(n => (double)(208_064 - n)),
            .. Inputs.Uniform(2000, 208_063).Select(x => Math.Round(x)),
        ];
        double[] scaled =
        [
            .. from root in roots
               from n in (int[])[0, 1, -1, 300, -357]
               where root != 0
               select Math.ScaleB(root, n),
        ];
        var results = Kernel.Run<TestedAnyArgument<Declared>>([.. scaled.Select(x => x * x * x)]);
        for (int i = 0; i < scaled.Length; i++)
        {
            BitsAssert.Equal(scaled[i], results[i].First, $"the cube of {scaled[i]}");
            BitsAssert.Equal(scaled[i], results[i].Second, $"the cube of {scaled[i]}");
        }
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(27.0, 3.0)]
    [InlineData(-1e-300, -1e-100)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData(double.Epsilon, 1.7031839360032603e-108)]
    [InlineData(-2.225073858507201e-308, -2.8126442852362615e-103)]
    [InlineData(2.2250738585072014e-308, 2.812644285236262e-103)]
    [InlineData(double.MaxValue, 5.643803094122362e102)]
    [InlineData(double.NaN, double.NaN)]
    public void Landmarks_are_exact(double x, double expected)
    {
        BitsAssert.Equal(expected, Elementary.Cbrt(x), $"cbrt {x}");
        BitsAssert.Equal(expected, CorrectlyRounded.Cbrt(x), $"cbrt {x}");
        double[] among = [2, x, 3, x, 5, 6, 7, 8, 9];
        foreach (string name in (string[])["Cbrt", "CorrectCbrt"])
            BitsAssert.Equal(expected, Operations.Named<double>(name).Evaluate(among)[0][3], $"{name} of {x} among others");
    }

    [Fact]
    public void Cube_roots_are_odd()
    {
        double[] inputs = [.. Arguments, 0];
        foreach (string name in (string[])["Cbrt", "CorrectCbrt"])
        {
            double[] roots = Operations.Named<double>(name).Evaluate(inputs)[0];
            double[] ofNegatives = Operations.Named<double>(name).Evaluate([.. inputs.Select(x => -x)])[0];
            BitsAssert.Equal([.. roots.Select(x => -x)], ofNegatives, name);
        }
    }

    [Fact]
    public void Only_normal_numbers_are_taken_for_near()
    {
        double least = HardCases.Hex("0x1p-1022");
        double[] near = [1, -1, least, -least, double.MaxValue, double.MinValue];
        double[] others =
        [
            0, -0.0, Math.BitDecrement(least), -Math.BitDecrement(least), double.Epsilon, .. SpecialValueTests<double>.WithoutValue,
        ];
        KernelTests.CheckNear(Kernel, near, others);
    }

    // Of every exponent: |x| = 8^q·y.
    [Fact]
    public void Arguments_are_split_without_error()
    {
        foreach (double mantissa in (double[])[1, -1.3, 1.9999999999999998])
        {
            for (int exponent = -1022; exponent < 1024; exponent++)
            {
                double x = Math.ScaleB(mantissa, exponent);
                var (y, scale) = CubeRoot.Split<Double1<Lanes.Near>>(x, CubeRoot.ConstantsOfBegin<Double1<Lanes.Near>>());
                double scaled = Double1<Lanes.Near>.AddBits(1.0, scale).Value;
                Assert.InRange(y.Value, 0.125, 0.9999999999999999);
                Assert.Equal((1, Math.Sign(x)), (Math.Abs(Math.ScaleB(scaled, -Math.ILogB(scaled))), Math.Sign(scaled)));
                Assert.Equal(Math.Abs(x), Math.ScaleB(y.Value, 3 * Math.ILogB(scaled)));
            }
        }
    }

    /// <summary>So much of double-double arithmetic that what is undecided can be counted: one root in 32 to 64.</summary>
    private readonly struct OneIn40 : IAllowance
    {
        public static double OfFirstStage<TProof>()
            where TProof : struct, IRoundingTest => 0;

        /// <summary>2⁻⁵⁹.</summary>
        public static double OfPrecise<TProof>()
            where TProof : struct, IRoundingTest => 1.0 / (1L << 59);
    }

    /// <summary>As if nothing were known.</summary>
    private readonly struct Doubtful : IRoundingTest
    {
        public static double RelativeError => 1e-14;

        public static double PreciseRelativeError => 1e-14;
    }
}
