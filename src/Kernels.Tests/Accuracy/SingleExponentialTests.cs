using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// The exponential functions of floats: each 1,021st float, or each eighth of these where multiply-adds are emulated, and the hard ones,
/// on lanes of each width.
/// </summary>
public class SingleExponentialTests
{
    private static readonly uint Stride = FusedMultiplyAdd.IsHardware ? 1021u : 8 * 1021u;

    private const int Length = 4096;

    // On which a double hardly tells the side; where results begin to be infinite, subnormal, 0 or −1; beside the limits of the fast path.
    private static readonly float[] Hard =
    [
        .. ((uint[])[0x3b42_9d37, 0xbcf3_a937, 0xb8d3_d026, 0x3a07_857c, 0x4288_942b, 0xbae0_e25c, 0xbc2a_461a])
            .Select(BitConverter.UInt32BitsToSingle),
        -0.6368488f, -0.0015012729f,
        .. ((float[])
            [
                88.72284f, -87.33655f, -103.27893f, -103.97208f, 38.53184f, -37.929779f, -45.15450f, 128, -126, -149, -150, -17.32868f,
                200, 100,
            ]).SelectMany(x => (float[])[MathF.BitDecrement(x), x, MathF.BitIncrement(x), -x]),
        0, -0f, float.Epsilon, -float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.NaN,
        1.1754944e-38f, -1.1754942e-38f, 5.9604645e-8f, -2.9802322e-8f,
    ];

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
        Parallel.For(0, (int)(uint.MaxValue / Stride / Length) + 2, block =>
        {
            long first = ((long)block - 1) * Length * Stride;
            float[] x = block == 0
                ? Hard
                : [.. Enumerable.Range(0, Length).Select(i => first + ((long)i * Stride)).Where(bits => bits <= uint.MaxValue)
                    .Select(bits => BitConverter.UInt32BitsToSingle((uint)bits))];
            float[] expected = [.. x.Select(value => reference.Nearest(value))];
            CheckOn<Double1<Near>, Double1<Whole>, TFunction>(x, expected, name);
            CheckOn<Double2<Near>, Double2<Whole>, TFunction>(x, expected, name);
            CheckOn<Double4<Near>, Double4<Whole>, TFunction>(x, expected, name);
            CheckOn<Double8<Near>, Double8<Whole>, TFunction>(x, expected, name);
        });
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
            x, default, SingleExponential<TFunction>.NothingNoted<V>(), default);
        var (row, next) = V.Pairs(in SingleExponential<TFunction>.Table, offsets);
        var result = default(SingleExponential<TFunction>).Finish<V, Untested>(
            x, new(row, next, default, default), steps, first, default);
        return (result.Nearest, range);
    }
}
