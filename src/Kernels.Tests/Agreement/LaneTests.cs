using System.Numerics;
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
    public void Lanes_of_double_read_and_write_floats()
    {
        CheckFloats<Double1<Near>, Single1<Near>>();
        CheckFloats<Double2<Near>, Single4<Near>>();
        CheckFloats<Double4<Near>, Single8<Near>>();
        CheckFloats<Double8<Near>, Single16<Near>>();
        CheckFloats<Double1<Whole>, Single1<Whole>>();
        CheckFloats<Double2<Whole>, Single4<Whole>>();
        CheckFloats<Double4<Whole>, Single8<Whole>>();
        CheckFloats<Double8<Whole>, Single16<Whole>>();
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
                CheckNumber(expected(i), result[i], typeof(V).Name);
            }
        }
    }

    private static unsafe void CheckSingle<V>()
        where V : struct, ILanes<V>
    {
        float[] a = new float[V.Count], b = new float[V.Count], c = new float[V.Count], result = new float[V.Count];
        var random = new Random(6);
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
                V.Store(V.CanonicalizeNaN(x), pc);
                for (int i = 0; i < V.Count; i++)
                    Assert.Equal(
                        BitConverter.SingleToInt32Bits(float.IsNaN(a[i]) ? float.NaN : a[i]), BitConverter.SingleToInt32Bits(c[i]));
                Assert.Equal(a.Any(float.IsNaN), V.AnyNaN(x));
            }
        }

        void Check(V actual, Func<int, float> expected)
        {
            fixed (float* p = result)
                V.Store(actual, p);
            for (int i = 0; i < V.Count; i++)
            {
                CheckNumber(expected(i), result[i], typeof(V).Name);
            }
        }
    }

    private static unsafe void CheckFloats<V, VSingle>()
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var named = new Named();
        V.OnSingles(ref named);
        Assert.Equal(typeof(VSingle), named.Lanes);

        // One element more, which must stay.
        float[] read = new float[V.Count], written = new float[V.Count + 1];
        double[] lanes = new double[V.Count];
        var random = new Random(7);
        fixed (float* pr = read, pw = written)
        fixed (double* p = lanes)
        {
            for (int round = 0; round < 400; round++)
            {
                for (int i = 0; i < V.Count; i++)
                    (read[i], lanes[i]) = ((float)Any(random), AnyNearFloats(random));
                written[^1] = round;
                V.StoreSingles(V.Load(p), pw);
                for (int i = 0; i < V.Count; i++)
                    CheckNumber((float)lanes[i], written[i], $"{typeof(V).Name} of {lanes[i]:r}");
                Assert.Equal(round, written[^1]);
                V.Store(V.LoadSingles(pr), p);
                for (int i = 0; i < V.Count; i++)
                    CheckNumber((double)read[i], lanes[i], typeof(V).Name);
            }
        }

        CheckSquares<V>();
        CheckPairs<V>();
    }

    private static unsafe void CheckSquares<V>()
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        float[] elements = new float[2 * V.Count], zeros = new float[2 * V.Count];
        fixed (float* p = elements, pz = zeros)
        {
            Assert.True(V.AreSquaresLess(V.AddSquares(0, pz), float.Epsilon));
            for (int place = 0; place < elements.Length; place++)
            {
                // What it adds to is another vector's square at the same place, and zero elsewhere.
                foreach (var (element, square) in ((float, float)[])[(3, 9), (-0.5f, 0.25f), (4194304, 17592186044416)])
                {
                    elements[place] = element;
                    V once = V.AddSquares(V.AddSquares(0, pz), p), twice = V.AddSquares(once, p);
                    Assert.False(V.AreSquaresLess(once, square));
                    Assert.True(V.AreSquaresLess(once, MathF.BitIncrement(square)));
                    Assert.False(V.AreSquaresLess(twice, 2 * square));
                    Assert.True(V.AreSquaresLess(twice, MathF.BitIncrement(2 * square)));
                }

                foreach (float element in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue])
                {
                    elements[place] = element;
                    Assert.False(V.AreSquaresLess(V.AddSquares(V.AddSquares(0, p), pz), float.MaxValue));
                }

                elements[place] = 0;
            }
        }
    }

    private static unsafe void CheckPairs<V>()
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double[] table = [.. Enumerable.Range(0, 64)], lanes = new double[V.Count];
        var random = new Random(8);
        long[] offsets = new long[V.Count];
        fixed (long* po = offsets)
        fixed (double* p = lanes)
        {
            for (int round = 0; round < 100; round++)
            {
                for (int i = 0; i < V.Count; i++)
                    offsets[i] = 2 * random.Next(32);
                foreach (var (first, second) in ((V, V)[])[V.Pairs(in table[0], V.Load(po)), V.Pairs(in table[0], po)])
                {
                    V.Store(first, p);
                    Assert.Equal(offsets.Select(offset => (double)offset), lanes);
                    V.Store(second, p);
                    Assert.Equal(offsets.Select(offset => (double)offset + 1), lanes);
                }
            }
        }
    }

    private static void CheckNumber<T>(T expected, T actual, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsNaN(expected) || !T.IsNaN(actual))
            BitsAssert.Equal(expected, actual, what);
    }

    /// <summary>Notes on which lanes it was to run.</summary>
    private struct Named : ISingleAction
    {
        public Type Lanes { get; private set; }

        public void Run<V>()
            where V : struct, ILanes<V> => Lanes = typeof(V);
    }

    // Of the size of floats, large and small, often in the middle between two.
    private static double AnyNearFloats(Random random)
    {
        float single = (float)Math.ScaleB(random.NextDouble() + 1, random.Next(-152, 128));
        return random.Next(3) switch
        {
            0 => Any(random),
            1 => -(single + (double)MathF.BitIncrement(single)) / 2,
            _ => Math.BitIncrement((single + (double)MathF.BitIncrement(single)) / 2),
        };
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
