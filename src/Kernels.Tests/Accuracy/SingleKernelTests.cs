using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Functions of floats on lanes of each width: both phases have the bits of both at once, on hard floats and some others.
/// </summary>
public class SingleKernelTests
{
    private static readonly int Count = FusedMultiplyAdd.IsHardware ? 50_000 : 5_000;

    [Fact]
    public void Exp_is_the_nearest_float() => Check<SingleExponential<Exp>>("Exp", x => Math.Abs(x) < SingleExponential.NearLimit);

    [Fact]
    public void Exp2_is_the_nearest_float() => Check<SingleExponential<Exp2>>("Exp2", x => Math.Abs(x) < SingleExponential.NearLimit);

    [Fact]
    public void Exp10_is_the_nearest_float() => Check<SingleExponential<Exp10>>("Exp10", x => Math.Abs(x) < SingleExponential.NearLimit);

    [Fact]
    public void ExpM1_is_the_nearest_float() => Check<SingleExponential<ExpM1>>("ExpM1", x => Math.Abs(x) < SingleExponential.NearLimit);

    [Fact]
    public void Log_is_the_nearest_float() => Check<SingleLogarithm<Log>>("Log", x => x > 0 && double.IsFinite(x));

    [Fact]
    public void Log2_is_the_nearest_float() => Check<SingleLogarithm<Log2>>("Log2", x => x > 0 && double.IsFinite(x));

    [Fact]
    public void Log10_is_the_nearest_float() => Check<SingleLogarithm<Log10>>("Log10", x => x > 0 && double.IsFinite(x));

    [Fact]
    public void LogP1_is_the_nearest_float() => Check<SingleLogarithm<LogP1>>("LogP1", x => x > -1 && double.IsFinite(x));

    private static void Check<TKernel>(string name, Func<double, bool> isNear)
        where TKernel : struct, ITableFunction
    {
        var reference = ReferenceFunction.Of(name);
        float[] x =
        [
            .. reference.HardSingles.Select(point => point.X), .. Inputs.BitSpaced<float>(Count),
            .. Inputs.Of<float>(Inputs.Uniform(Count, 100)),
        ];
        float[] expected = [.. x.Select(value => reference.Nearest(value))];
        CheckOn<Double1<Near>, Double1<Whole>, TKernel>(x, expected, name, isNear);
        CheckOn<Double2<Near>, Double2<Whole>, TKernel>(x, expected, name, isNear);
        CheckOn<Double4<Near>, Double4<Whole>, TKernel>(x, expected, name, isNear);
        CheckOn<Double8<Near>, Double8<Whole>, TKernel>(x, expected, name, isNear);
    }

    private static unsafe void CheckOn<VNear, VWhole, TKernel>(
        float[] x, float[] expected, string name, Func<double, bool> isOrdinary)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where TKernel : struct, ITableFunction
    {
        float* inputs = stackalloc float[VNear.Count], whole = stackalloc float[VNear.Count], phases = stackalloc float[VNear.Count];
        for (int i = 0; i < x.Length; i += VNear.Count)
        {
            int count = Math.Min(VNear.Count, x.Length - i);
            for (int j = 0; j < VNear.Count; j++)
                inputs[j] = x[i + Math.Min(j, count - 1)];
            VWhole.StoreSingles(VWhole.CanonicalizeNaN(Evaluate<VWhole, TKernel>(VWhole.LoadSingles(inputs)).Result), whole);
            var (result, range) = Evaluate<VNear, TKernel>(VNear.LoadSingles(inputs));
            VNear.StoreSingles(result, phases);
            bool isNear = true;
            for (int j = 0; j < count; j++)
                isNear &= isOrdinary(inputs[j]);
            Assert.Equal(isNear, TKernel.IsNear(range));
            for (int j = 0; j < count; j++)
            {
                string what = $"{name}({x[i + j]:R}) on {VNear.Count} lanes";
                BitsAssert.Equal(expected[i + j], whole[j], what);
                if (isNear)
                    BitsAssert.Equal(expected[i + j], phases[j], what);
            }
        }
    }

    private static (V Result, V Range) Evaluate<V, TKernel>(V x)
        where V : struct, ILanes<V>
        where TKernel : struct, ITableFunction
    {
        var (offsets, steps, first, range) = TKernel.Begin(
            x, default, TKernel.NothingNoted<V>(), TKernel.ConstantsOfBegin<V>());
        var result = default(TKernel).Finish<V, Untested>(
            x, TableReads.Row<V, TKernel>(offsets), steps, first, TKernel.ConstantsOfSecond<V>());
        return (result.First.Nearest, range);
    }
}
