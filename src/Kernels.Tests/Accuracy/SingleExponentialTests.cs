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
    public void Exp_is_the_nearest_float() => Check<SingleExp>("Exp");

    [Fact]
    public void Exp2_is_the_nearest_float() => Check<SingleExp2>("Exp2");

    [Fact]
    public void Exp10_is_the_nearest_float() => Check<SingleExp10>("Exp10");

    [Fact]
    public void ExpM1_is_the_nearest_float() => Check<SingleExpM1>("ExpM1");

    private static void Check<TFunction>(string name)
        where TFunction : struct, ISingleExponential
    {
        var reference = ReferenceFunction.Of(name);
        float[] x =
        [
            .. reference.HardSingles.Select(point => point.X), .. Inputs.BitSpaced<float>(Count),
            .. Inputs.Of<float>(Inputs.Uniform(Count, 100)),
        ];
        float[] expected = [.. x.Select(value => reference.Nearest(value))];
        CheckOn<Double1<Whole>, TFunction>(x, expected, name);
        CheckOn<Double2<Whole>, TFunction>(x, expected, name);
        CheckOn<Double4<Whole>, TFunction>(x, expected, name);
        CheckOn<Double8<Whole>, TFunction>(x, expected, name);
    }

    private static unsafe void CheckOn<V, TFunction>(float[] x, float[] expected, string name)
        where V : struct, ILanes<V>
        where TFunction : struct, ISingleExponential
    {
        float* inputs = stackalloc float[V.Count], whole = stackalloc float[V.Count], phases = stackalloc float[V.Count];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            int count = Math.Min(V.Count, x.Length - i);
            for (int j = 0; j < V.Count; j++)
                inputs[j] = x[i + Math.Min(j, count - 1)];
            V lanes = V.LoadSingles(inputs), range = SingleExponential.NoteRange<V, TFunction>(Exponential.NearSoFar, lanes);
            V.StoreSingles(V.CanonicalizeNaN(SingleExponential.Evaluate<V, TFunction>(lanes)), whole);
            var (offsets, steps, first) = TFunction.Reduce(lanes);
            var (row, next) = V.Pairs(in TFunction.Table, offsets);
            V.StoreSingles(TFunction.Finish(row, next, steps, first), phases);
            bool isNear = true;
            for (int j = 0; j < count; j++)
                isNear &= Math.Abs(inputs[j]) < TFunction.NearLimit;
            Assert.Equal(isNear, Exponential.IsNear(range));
            for (int j = 0; j < count; j++)
            {
                string what = $"{name}({x[i + j]:R}) on {V.Count} lanes";
                BitsAssert.Equal(expected[i + j], whole[j], what);
                if (isNear)
                    BitsAssert.Equal(expected[i + j], phases[j], what);
            }
        }
    }
}
