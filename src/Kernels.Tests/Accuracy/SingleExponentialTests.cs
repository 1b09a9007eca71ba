using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// The exponential functions of floats on lanes of each width: both phases have the bits of both at once, on hard floats and some others.
/// </summary>
public class SingleExponentialTests
{
    private static readonly int Count = FusedMultiplyAdd.IsHardware ? 50_000 : 5_000;

    [Fact]
    public void Exp_is_the_nearest_float() => Check<Exp>("Exp");

    [Fact]
    public void Exp2_is_the_nearest_float() => Check<Exp2>("Exp2");

    [Fact]
    public void Exp10_is_the_nearest_float() => Check<Exp10>("Exp10");

    [Fact]
    public void ExpM1_is_the_nearest_float() => Check<ExpM1>("ExpM1");

    private static void Check<TFunction>(string name)
        where TFunction : struct, IExponential
    {
        var reference = ReferenceFunction.Of(name);
        float[] x =
        [
            .. reference.HardSingles.Select(point => point.X), .. Inputs.BitSpaced<float>(Count),
            .. Inputs.Of<float>(Inputs.Uniform(Count, 100)),
        ];
        float[] expected = [.. x.Select(value => reference.Nearest(value))];
        CheckOn<Double1<Near>, Double1<Whole>, TFunction>(x, expected, name);
        CheckOn<Double2<Near>, Double2<Whole>, TFunction>(x, expected, name);
        CheckOn<Double4<Near>, Double4<Whole>, TFunction>(x, expected, name);
        CheckOn<Double8<Near>, Double8<Whole>, TFunction>(x, expected, name);
    }

    private static unsafe void CheckOn<VNear, VWhole, TFunction>(float[] x, float[] expected, string name)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where TFunction : struct, IExponential
    {
        float* inputs = stackalloc float[VNear.Count], whole = stackalloc float[VNear.Count], phases = stackalloc float[VNear.Count];
        for (int i = 0; i < x.Length; i += VNear.Count)
        {
            int count = Math.Min(VNear.Count, x.Length - i);
            for (int j = 0; j < VNear.Count; j++)
                inputs[j] = x[i + Math.Min(j, count - 1)];
            VWhole.StoreSingles(VWhole.CanonicalizeNaN(Evaluate<VWhole, TFunction>(VWhole.LoadSingles(inputs)).Result), whole);
            var (result, range) = Evaluate<VNear, TFunction>(VNear.LoadSingles(inputs));
            VNear.StoreSingles(result, phases);
            bool isNear = true;
            for (int j = 0; j < count; j++)
                isNear &= Math.Abs(inputs[j]) < SingleExponential.NearLimit;
            Assert.Equal(isNear, SingleExponential<TFunction>.IsNear(range));
            for (int j = 0; j < count; j++)
            {
                string what = $"{name}({x[i + j]:R}) on {VNear.Count} lanes";
                BitsAssert.Equal(expected[i + j], whole[j], what);
                if (isNear)
                    BitsAssert.Equal(expected[i + j], phases[j], what);
            }
        }
    }

    private static (V Result, V Range) Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (offsets, steps, first, range) = SingleExponential<TFunction>.Begin(
            x, default, SingleExponential<TFunction>.NothingNoted<V>(), SingleExponential<TFunction>.ConstantsOfBegin<V>());
        var (row, next) = V.Pairs(in SingleExponential<TFunction>.Table, offsets);
        var result = default(SingleExponential<TFunction>).Finish<V, Untested>(
            x, new(row, next, default, default), steps, first, SingleExponential<TFunction>.ConstantsOfSecond<V>());
        return (result.First.Nearest, range);
    }
}
