using Kernels.Functions;
using Kernels.Reference;
using Kernels.Yardsticks.Verifying;

namespace Kernels.Tests.Accuracy;

/// <summary>Floats: sine and cosine are the nearest ones; curves are rounded once.</summary>
public class SingleAccuracyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Yardsticks.Operation.Functions.Select(function => function.Name)];

    // All of them: bench/Kernels.Verify. Where multiply-adds are emulated, each sixteenth of these.
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_1021st_float_is_rounded_correctly_by_every_call_at_every_width(string name)
    {
        int stride = Lanes.FusedMultiplyAdd.IsHardware ? 1021 : 16 * 1021;
        long count = (Verifier.AllFloats + stride - 1) / stride;
        var token = TestContext.Current.CancellationToken;
        Check(IsOfPairs(name) ? VerifierOf(name).Pairs(count, 1, null, token) : VerifierOf(name).Floats(stride, null, token), count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hard_floats_are_rounded_correctly_by_every_call_at_every_width(string name)
    {
        var references = Yardsticks.Operation.Named(name).Outputs.Select(output => output.Reference!).ToList();
        string? folder = Environment.GetEnvironmentVariable("KERNELS_HARD_CASES");
        (float X, float Y)[] hard =
        [
            .. references.SelectMany(reference => reference.HardSingles),
            .. from reference in references
               from point in folder is null ? [] : reference.Published(folder, ofSingles: true)
               select ((float)point.X, (float)point.Y),
            .. from value in (float[])[SingleSineCosine.LargestArgument, MathF.PI, MathF.PI / 2, 1 << 24]
               from steps in Enumerable.Range(-50, 101)
               from sign in (float[])[1, -1]
               select (sign * BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) + steps), 0f),
            .. from x in Inputs.SpecialOf<float>()
               from y in IsOfPairs(name) ? Inputs.SpecialOf<float>() : [0]
               select (x, y),
        ];
        Check(VerifierOf(name).Floats(hard, token: TestContext.Current.CancellationToken), hard.Length);
    }

    // Why large arguments are rounded to odd before they are rounded to float.
    [Fact]
    public void The_nearest_double_may_lie_half_way_between_two_floats()
    {
        float x = (float)HardCases.Hex("0x1.3170fp+63"), sin = 0, cos = 0;
        CorrectlyRounded.SinCos([x], new Span<float>(ref sin), new Span<float>(ref cos));
        Assert.Equal(Exact.SinCos(x, 160).Cos.RoundToSingle(), cos);
        Assert.NotEqual(cos, (float)CorrectlyRounded.Cos(x));
    }

    // A check that cannot fail would say nothing of four thousand million floats.
    [Fact]
    public void A_wrong_float_is_found()
    {
        var verdict = VerifierOf("sincos").Check("one off", [1, 2, 3], columns =>
        {
            Elementary.SinCos(columns.X, columns.First, columns.Second);
            columns.Second[1] = MathF.BitIncrement(columns.Second[1]);
        });
        Assert.Equal("one off: cos 0x1p+1 gives -0x1.aa2264p-2, the nearest is -0x1.aa2266p-2", Assert.Single(verdict.Examples).ToString());
        Assert.Equal(1, verdict.Misrounded);
    }

    [Fact]
    public void The_heart_is_rounded_once()
    {
        double[] candidates =
        [
            .. Inputs.Uniform(100_000, 100), .. Inputs.Uniform(50_000, 1e6), .. Inputs.BitSpaced(50_000), .. HardCases.SingleMidpoints,
        ];
        double[] inputs = [.. candidates.Where(t => Math.Abs(t) <= float.MaxValue).Select(t => (double)(float)t)];
        float[] x = new float[inputs.Length], y = new float[inputs.Length];
        Curve.Evaluate(new HeartCurve(), [.. inputs.Select(t => (float)t)], x, y);
        var worst = ErrorSearch.Largest(inputs, i =>
        {
            var (exactX, exactY) = Exact.Heart(inputs[i]);
            return (exactX.ErrorInUlp(x[i]), exactY.ErrorInUlpOf(y[i], 17f));
        });
        output.WriteLine($"{inputs.Length} inputs: x {worst.First} ULP, y {worst.Second} ULP of 17");
        Assert.InRange(worst.First.Error, 0.49, HeartCurve.ErrorBoundInSingleUlp);
        Assert.InRange(worst.Second.Error, 0.49, HeartCurve.ErrorBoundInSingleUlp);
    }

    [Fact]
    public void Fourier_curves_are_rounded_once()
    {
        double[] cosines = [0.5, -1, 0, 2, 0, 0.25], sines = [0, 3, 1, -0.125];
        var curve = new FourierCurve(cosines, sines, cosines, sines);
        double[] inputs = [.. from t in (double[])[.. Inputs.Uniform(20_000, 100), .. Inputs.Uniform(5_000, 1e9)] select (double)(float)t];
        float[] x = new float[inputs.Length], y = new float[inputs.Length];
        Curve.Evaluate(curve, [.. inputs.Select(t => (float)t)], x, y);
        double slack = FourierCurve.SingleFactor * curve.ErrorBounds.X;
        var worst = ErrorSearch.Largest(inputs, i =>
        {
            double ulp = MathF.BitIncrement(MathF.Abs(x[i])) - MathF.Abs(x[i]);
            return (Exact.TrigonometricPolynomial(inputs[i], cosines, sines).AbsoluteError(x[i]) / ((ulp / 2) + slack), 0);
        });
        output.WriteLine($"{worst.First} of the bound");
        Assert.InRange(worst.First.Error, 0.9, 1);
        BitsAssert.Equal([.. x.Select(value => (double)value)], [.. y.Select(value => (double)value)], "y of the same coefficients");
    }

    private static bool IsOfPairs(string name) => Yardsticks.Operation.Named(name).Inputs == 2;

    private static Verifier VerifierOf(string name) => new(Yardsticks.Operation.Named(name));

    private void Check(Verdict verdict, long arguments)
    {
        output.WriteLine($"{verdict.Arguments:N0} floats");
        Assert.Equal(arguments, verdict.Arguments);
        Assert.True(verdict.Misrounded == 0, $"{verdict.Misrounded} results are not the nearest: {string.Join("; ", verdict.Examples)}");
    }
}
