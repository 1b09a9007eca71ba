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
    public void Lanes_of_double_read_and_write_floats()
    {
        CheckFloats<Double1<Near>>();
        CheckFloats<Double2<Near>>();
        CheckFloats<Double4<Near>>();
        CheckFloats<Double8<Near>>();
        CheckFloats<Double1<Whole>>();
        CheckFloats<Double2<Whole>>();
        CheckFloats<Double4<Whole>>();
        CheckFloats<Double8<Whole>>();
    }

    [Fact]
    public void In_a_users_body_the_sign_of_NaN_is_positive()
    {
        double[] y = new double[4];
        Function.Apply(default(SignOf), [double.NaN, -double.NaN, -1, 0], y);
        Assert.Equal([2, 2, -2, 2], y);
    }

    private readonly struct SignOf : IFunction
    {
        public V Evaluate<V>(V x) where V : struct, ILanes<V> => V.CopySign(2, x);
    }

    private static unsafe void CheckDouble<V>()
        where V : struct, ILanes<V>
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
                Check(V.OrDifference(x, y, z), i => BitConverter.Int64BitsToDouble(Bits(a[i]) | (Bits(b[i]) ^ Bits(c[i]))));
                Check(V.Clamp(x, y, z), i => Math.Min(Math.Max(a[i], b[i]), c[i]));
                Check(V.Floor(x), i => Math.Floor(a[i]));
                Check(V.Ceiling(x), i => Math.Ceiling(a[i]));
                Check(V.Round(x), i => Math.Round(a[i]));
                Check(V.Truncate(x), i => Math.Truncate(a[i]));
                Check(V.Less(x, y), i => Mask(a[i] < b[i]));
                Check(V.LessOrEqual(x, y), i => Mask(a[i] <= b[i]));
                Check(V.Equal(x, y), i => Mask(a[i] == b[i]));
                Check(V.Equal(x, x), i => Mask(!double.IsNaN(a[i])));
                Check(V.Not(x), i => BitConverter.Int64BitsToDouble(~Bits(a[i])));

                // A NaN's sign is positive; near lanes pass it on.
                Check(V.CopySign(x, y), i => !double.IsNaN(b[i]) ? Math.CopySign(a[i], b[i]) : V.IsWhole ? Math.Abs(a[i]) : double.NaN);
                Assert.Equal(a.Any(double.IsNaN), V.AnyNaN(x));
                Assert.Equal(a.All(value => value < 1), V.AllLess(x, 1));
                V.Store(V.CanonicalizeNaN(x), pc);
                for (int i = 0; i < V.Count; i++)
                    BitsAssert.Equal(double.IsNaN(a[i]) ? double.NaN : a[i], c[i], "CanonicalizeNaN");
            }
        }

        static double Mask(bool isSet) => BitConverter.Int64BitsToDouble(isSet ? -1 : 0);

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

    private static unsafe void CheckFloats<V>()
        where V : struct, ILanes<V>
    {
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

        CheckPairs<V>();
    }

    private static unsafe void CheckPairs<V>()
        where V : struct, ILanes<V>
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
