using Kernels.Elementary;
using Kernels.Lanes;

namespace Kernels.Tests.Agreement;

/// <summary>Every operation of every kind of lanes, against the same operation on one number.</summary>
public class LaneTests
{
    [Fact]
    public void Lanes_of_double_agree_with_numbers()
    {
        CheckDouble<Double1<Near>>();
        CheckDouble<Double2<Near>>();
        CheckDouble<Double4<Near>>();
        CheckDouble<Double8<Near>>();
        CheckDouble<Double1<Whole>>();
        CheckDouble<Double2<Whole>>();
        CheckDouble<Double4<Whole>>();
        CheckDouble<Double8<Whole>>();
    }

    [Fact]
    public void Lanes_of_float_agree_with_numbers()
    {
        CheckSingle<Single1<Near>>();
        CheckSingle<Single4<Near>>();
        CheckSingle<Single8<Near>>();
        CheckSingle<Single16<Near>>();
        CheckSingle<Single1<Whole>>();
        CheckSingle<Single4<Whole>>();
        CheckSingle<Single8<Whole>>();
        CheckSingle<Single16<Whole>>();
    }

    [Fact]
    public void Near_lanes_give_the_bits_of_whole_lanes_or_NaN()
    {
        int beyond = 0;
        foreach (double x in (double[])[.. Inputs.Mixed(20_000), .. Inputs.Hard(), 205887, 205888, -205887, -205888])
        {
            double near = Trig.Sin(new Double1<Near>(x)).Value, whole = Trig.Sin(new Double1<Whole>(x)).Value;
            Assert.Equal(!(Math.Abs(x) * CircleReduction.StepsPerRadian < CircleReduction.MaxSteps + 0.5), double.IsNaN(near));
            if (double.IsNaN(near))
                beyond++;
            else
                BitsAssert.Equal(whole, near, "near");
        }

        Assert.True(beyond > 1000);
    }

    private static unsafe void CheckDouble<V>()
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double[] a = new double[V.Count], b = new double[V.Count], c = new double[V.Count], result = new double[V.Count];
        var random = new Random(5);
        for (int round = 0; round < 400; round++)
        {
            for (int i = 0; i < V.Count; i++)
                (a[i], b[i], c[i]) = (Any(random), Any(random), Any(random));
            fixed (double* pa = a, pb = b, pc = c)
            {
                V x = V.Load(pa), y = V.Load(pb), z = V.Load(pc);
                Check(x + y, i => a[i] + b[i]);
                Check(x - y, i => a[i] - b[i]);
                Check(x * y, i => a[i] * b[i]);
                Check(x / y, i => a[i] / b[i]);
                Check(-x, i => -a[i]);
                Check(16 * x, i => 16 * a[i]);
                Check(V.Sqrt(x), i => Math.Sqrt(a[i]));
                Check(V.Abs(x), i => Math.Abs(a[i]));
                Check(V.Min(x, y), i => Math.Min(a[i], b[i]));
                Check(V.Max(x, y), i => Math.Max(a[i], b[i]));
                Check(V.FusedMultiplyAdd(x, y, z), i => FusedMultiplyAdd.Emulate(a[i], b[i], c[i]));
                Check(V.FusedNegatedMultiplyAdd(x, y, z), i => FusedMultiplyAdd.Emulate(-a[i], b[i], c[i]));
                Check(V.Xor(x, y), i => BitConverter.Int64BitsToDouble(Bits(a[i]) ^ Bits(b[i])));
                Check(V.And(x, y), i => BitConverter.Int64BitsToDouble(Bits(a[i]) & Bits(b[i])));
                Check(V.Or(x, y), i => BitConverter.Int64BitsToDouble(Bits(a[i]) | Bits(b[i])));
                Check(V.AddBits(x, -12345), i => BitConverter.Int64BitsToDouble(Bits(a[i]) - 12345));
                Check(V.ShiftRight(x, 54), i => BitConverter.Int64BitsToDouble(Bits(a[i]) >>> 54));
                Check(V.ShiftLeft(x, 62), i => BitConverter.Int64BitsToDouble(Bits(a[i]) << 62));
                Check(V.FlipSign(x, y), i => double.IsNegative(b[i]) ? -a[i] : a[i]);
                Check(V.SelectBySign(x, y, z), i => double.IsNegative(a[i]) ? b[i] : c[i]);
                Check(V.WithLane(x, V.Count - 1, 7), i => i == V.Count - 1 ? 7 : a[i]);
                for (int i = 0; i < V.Count; i++)
                    BitsAssert.Equal(a[i], V.GetLane(x, i), "GetLane");
                Assert.Equal(a.Any(double.IsNaN), V.AnyNaN(x));
                Assert.Equal(a.All(value => value < 1), V.AllLess(x, 1));
                V.Store(V.CanonicalizeNaN(x), pc);
                for (int i = 0; i < V.Count; i++)
                    BitsAssert.Equal(double.IsNaN(a[i]) ? double.NaN : a[i], c[i], "CanonicalizeNaN");
            }
        }

        void Check(V actual, Func<int, double> expected)
        {
            fixed (double* p = result)
                V.Store(actual, p);
            for (int i = 0; i < V.Count; i++)
            {
                double e = expected(i);
                if (!double.IsNaN(e) || !double.IsNaN(result[i]))
                    BitsAssert.Equal(e, result[i], typeof(V).Name);
            }
        }
    }

    private static unsafe void CheckSingle<V>()
        where V : struct, ILanes<V>
    {
        float[] a = new float[V.Count], b = new float[V.Count], c = new float[V.Count], result = new float[V.Count];
        var random = new Random(6);
        bool near = typeof(V).GenericTypeArguments[0] == typeof(Near);
        for (int round = 0; round < 400; round++)
        {
            for (int i = 0; i < V.Count; i++)
                (a[i], b[i], c[i]) = ((float)Any(random), (float)Any(random), (float)Any(random));
            fixed (float* pa = a, pb = b, pc = c)
            {
                V x = V.Load(pa), y = V.Load(pb), z = V.Load(pc);
                Check(x + y, i => a[i] + b[i]);
                Check(x - y, i => a[i] - b[i]);
                Check(x * y, i => a[i] * b[i]);
                Check(x / y, i => a[i] / b[i]);
                Check(-x, i => -a[i]);
                Check(0.1 * x, i => 0.1f * a[i]);
                Check(V.Sqrt(x), i => MathF.Sqrt(a[i]));
                Check(V.Abs(x), i => MathF.Abs(a[i]));
                Check(V.Min(x, y), i => MathF.Min(a[i], b[i]));
                Check(V.Max(x, y), i => MathF.Max(a[i], b[i]));
                Check(V.FusedMultiplyAdd(x, y, z), i => FusedMultiplyAdd.Emulate(a[i], b[i], c[i]));
                Check(V.FusedNegatedMultiplyAdd(x, y, z), i => FusedMultiplyAdd.Emulate(-a[i], b[i], c[i]));
                Check(Trig.Sin(x), i => (float)Trig.Sin(a[i]), near);
                Check(Trig.SinCos(x).Cos, i => (float)Trig.Cos(a[i]), near);
                V.Store(V.CanonicalizeNaN(x), pc);
                for (int i = 0; i < V.Count; i++)
                    Assert.Equal(BitConverter.SingleToInt32Bits(float.IsNaN(a[i]) ? float.NaN : a[i]), BitConverter.SingleToInt32Bits(c[i]));
                Assert.Equal(a.Any(float.IsNaN), V.AnyNaN(x));
            }
        }

        void Check(V actual, Func<int, float> expected, bool mayLeaveFarArguments = false)
        {
            fixed (float* p = result)
                V.Store(actual, p);
            for (int i = 0; i < V.Count; i++)
            {
                float e = expected(i);
                if (float.IsNaN(result[i]) && (float.IsNaN(e) || (mayLeaveFarArguments && Math.Abs(a[i]) * CircleReduction.StepsPerRadian >= CircleReduction.MaxSteps)))
                    continue;
                Assert.Equal(BitConverter.SingleToInt32Bits(e), BitConverter.SingleToInt32Bits(result[i]));
            }
        }
    }

    private static double Any(Random random) => random.Next(8) switch
    {
        0 => Inputs.Special[random.Next(Inputs.Special.Length)],
        1 => Math.ScaleB(random.NextDouble() + 1, random.Next(-1070, 1023)),
        2 => -random.Next(3),
        _ => (random.NextDouble() - 0.5) * 20,
    };

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
