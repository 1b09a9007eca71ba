using Kernels.Functions;
using Kernels.Lanes;
using Body = Kernels.Loops.TableBody<
    Kernels.Tests.Contract.ColumnTests.SumAndProduct<Kernels.Tests.Contract.ColumnTests.Three>, Kernels.Loops.Declared>;

namespace Kernels.Tests.Contract;

/// <summary>Columns of any format, stride and order, through a function of three phases with two inputs and two results.</summary>
public unsafe class ColumnTests
{
    private const int Length = 1500;

    private static readonly double[] X = Inputs.Uniform(Length, 10, seed: 3), Y = Inputs.Uniform(Length, 10, seed: 4);

    public static IEnumerable<TheoryDataRow<int>> Lengths => ((int[])[0, 1, 7, 8, 9, 63, 127, 128, 129, 511, 512, 513, Length])
        .Select(length => new TheoryDataRow<int>(length));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Columns_may_lie_in_any_order_and_at_any_distance(int length)
    {
        foreach (int stride in (int[])[1, 2, 3, -1, -2])
        {
            double[] x = Spread(X, length, stride), y = Spread(Y, length, -stride);
            double[] sums = Filled(4 * Length), products = Filled(4 * Length);
            fixed (double* px = x, py = y, ps = sums, pp = products)
            {
                Evaluate(
                    length,
                    RawColumn.Of(px + First(length, stride), stride * sizeof(double)),
                    RawColumn.Of(py + First(length, -stride), -stride * sizeof(double)),
                    RawColumn.Of(ps + First(length, -stride), -stride * sizeof(double)),
                    RawColumn.Of(pp + First(length, stride), stride * sizeof(double)));
            }

            Check(sums, -stride, length, i => Sum(X[i], Y[i]));
            Check(products, stride, length, i => Product(X[i], Y[i]));
        }
    }

    [Fact]
    public void Numbers_grids_integers_and_floats_are_columns_too()
    {
        int[] integers = [.. Enumerable.Range(-700, Length)];
        long[] longs = [.. integers.Select(i => (1L << 60) + i)];
        float[] singles = [.. X.Select(x => (float)x)], rounded = new float[Length];
        double number = 3;
        double[] sums = new double[Length];
        fixed (int* pi = integers)
        fixed (long* pl = longs)
        fixed (float* pf = singles, pr = rounded)
        fixed (double* ps = sums)
        {
            Evaluate(Length, RawColumn.Of(pi), RawColumn.Of(&number, 0), RawColumn.Of(ps), RawColumn.Of(pr));
            CheckOf(i => integers[i], _ => 3);
            Evaluate(Length, RawColumn.Of(&number, 0), RawColumn.Of(pf), RawColumn.Of(ps), RawColumn.Of(pr));
            CheckOf(_ => 3, i => singles[i]);
            Evaluate(Length, RawColumn.Of(pl), RawColumn.Grid(1, 0.25, 7), RawColumn.Of(ps), RawColumn.Of(pr));
            CheckOf(i => longs[i], i => 1 + ((7 + i) * 0.25));
        }

        void CheckOf(Func<int, double> x, Func<int, double> y)
        {
            for (int i = 0; i < Length; i++)
            {
                BitsAssert.Equal(Sum(x(i), y(i)), sums[i], $"sum {i}");
                BitsAssert.Equal((float)Product(x(i), y(i)), rounded[i], $"product {i}");
            }
        }
    }

    [Fact]
    public void In_place_any_input_may_become_any_result()
    {
        foreach (bool isFirst in (bool[])[true, false])
        {
            double[] x = [.. X], y = [.. Y];
            fixed (double* px = x, py = y)
            {
                RawColumn first = RawColumn.Of(px), second = RawColumn.Of(py);
                RawColumn[] columns = isFirst ? [first, second, first, second] : [first, second, second, first];
                Driver.Evaluate(default(Body), columns, Length, new ForcedWidth(256));
            }

            BitsAssert.Equal([.. X.Zip(Y, Sum)], isFirst ? x : y, "sums");
            BitsAssert.Equal([.. X.Zip(Y, Product)], isFirst ? y : x, "products");
        }
    }

    // x and y are inputs, u and v results; each pair that must not share bytes, with what lies between the others.
    [Theory]
    [InlineData(0, 8, 1, 8)]
    [InlineData(0, 8, 99, 8)]
    [InlineData(0, 16, 2, 8)]
    [InlineData(0, 24, 8, 16)]
    [InlineData(0, 8, 99, -8)]
    [InlineData(50, 0, 0, 8)]
    public void Overlap_of_a_result_with_any_other_column_is_refused(int first, int firstStride, int second, int secondStride)
    {
        double[] memory = Filled(1000), before = [.. memory];
        fixed (double* p = memory)
        {
            RawColumn one = RawColumn.Of(p + first, firstStride), two = RawColumn.Of(p + second, secondStride);
            RawColumn far = RawColumn.Of(p + 700), farther = RawColumn.Of(p + 850);
            Refuse(one, far, two, farther);
            Refuse(one, far, farther, two);
            Refuse(far, one, two, farther);
            Refuse(far, one, farther, two);
            Refuse(far, farther, two, one);
            Refuse(far, farther, one, two);
        }

        BitsAssert.Equal(before, memory, "nothing is written");

        static void Refuse(RawColumn x, RawColumn y, RawColumn u, RawColumn v) =>
            Assert.Throws<ArgumentException>("columns", () => Evaluate(100, x, y, u, v));
    }

    [Fact]
    public void Columns_between_one_another_and_inputs_that_overlap_are_fine()
    {
        double[] inputs = [.. X, .. Y], points = new double[2 * Length];
        fixed (double* pi = inputs, pp = points)
        {
            Evaluate(Length, RawColumn.Of(pi), RawColumn.Of(pi + 1), RawColumn.Of(pp, 16), RawColumn.Of(pp + 1, 16));
            for (int i = 0; i < Length; i++)
            {
                BitsAssert.Equal(Sum(inputs[i], inputs[i + 1]), points[2 * i], $"sum {i}");
                BitsAssert.Equal(Product(inputs[i], inputs[i + 1]), points[(2 * i) + 1], $"product {i}");
            }

            RawColumn column = RawColumn.Of(pp);
            Assert.Throws<ArgumentException>(
                "columns", () => Driver.Evaluate(default(Body), [column, column, column], 1, default(CallingThread)));
        }
    }

    [Fact]
    public void Two_phases_give_the_same()
    {
        double[] sums = new double[Length], products = new double[Length];
        fixed (double* px = X, py = Y, ps = sums, pp = products)
        {
            RawColumn[] columns = [RawColumn.Of(px), RawColumn.Of(py), RawColumn.Of(ps), RawColumn.Of(pp)];
            Driver.Evaluate(default(TableBody<SumAndProduct<Two>, Declared>), columns, Length, default(CallingThread));
        }

        BitsAssert.Equal([.. X.Zip(Y, Sum)], sums, "sums");
        BitsAssert.Equal([.. X.Zip(Y, Product)], products, "products");
    }

    [Fact]
    public void Integers_are_no_results()
    {
        int[] integers = new int[Length];
        fixed (double* px = X, py = Y)
        fixed (int* p = integers)
        {
            RawColumn x = RawColumn.Of(px), y = RawColumn.Of(py), u = RawColumn.Of(p);
            Assert.Throws<ArgumentException>("columns", () => Evaluate(100, x, y, u, RawColumn.Of((double*)x.Address + 500)));
        }

        Assert.All(integers, value => Assert.Equal(0, value));
    }

    // What is in doubt is looked for among doubles.
    [Fact]
    public void Floats_of_the_correct_tier_are_widened()
    {
        float[] x = [.. Inputs.Hard().Select(value => (float)value), .. X.Select(value => (float)value)], sines = new float[x.Length];
        fixed (float* px = x, ps = sines)
        {
            RawColumn[] columns = [RawColumn.Of(px), RawColumn.Of(ps)];
            Driver.Evaluate(default(TableBody<OnCircle<Sine>, Correct<OnCircle<Sine>, Proved>>), columns, x.Length, default(CallingThread));
        }

        for (int i = 0; i < x.Length; i++)
            BitsAssert.Equal((float)CorrectlyRounded.Sin(x[i]), sines[i], $"sin {x[i]:r}");
    }

    private static void Evaluate(int length, RawColumn x, RawColumn y, RawColumn u, RawColumn v)
    {
        foreach (int bits in ForcedWidth.All)
            Driver.Evaluate(default(Body), [x, y, u, v], length, new ForcedWidth(bits));
    }

    private static double Sum(double x, double y) => x + y;

    private static double Product(double x, double y) => x * y;

    // The first element, where the others may lie before it.
    private static int First(int length, int stride) => stride < 0 ? -stride * Math.Max(length - 1, 0) : 0;

    private static double[] Spread(double[] numbers, int length, int stride)
    {
        double[] memory = Filled(4 * Length);
        for (int i = 0; i < length; i++)
            memory[First(length, stride) + (i * stride)] = numbers[i];
        return memory;
    }

    private static double[] Filled(int length)
    {
        double[] memory = new double[length];
        Array.Fill(memory, 12345.678);
        return memory;
    }

    private static void Check(double[] memory, int stride, int length, Func<int, double> expected)
    {
        double[] all = Filled(memory.Length);
        for (int i = 0; i < length; i++)
            all[First(length, stride) + (i * stride)] = expected(i);
        BitsAssert.Equal(all, memory, $"{length} elements, {stride} apart");
    }

    internal interface IPhases
    {
        static abstract int Count { get; }
    }

    internal readonly struct Two : IPhases
    {
        public static int Count => 2;
    }

    internal readonly struct Three : IPhases
    {
        public static int Count => 3;
    }

    internal readonly struct SumAndProduct<TPhases> : ITableFunction
        where TPhases : struct, IPhases
    {
        private static readonly double[] None = [0];

        public static int Inputs => 2;

        public static int Results => 2;

        public static bool HasMiddle => TPhases.Count == 3;

        public static ref readonly double Table => ref None[0];

        public static int RowLength => 0;

        public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants)
            where V : struct, ILanes<V> => (default, x, y, range);

        public static bool IsNear<V>(V range)
            where V : struct, ILanes<V> => true;

        // Both results, so that a phase that is left out shows.
        public static ((V First, V Second) Columns, V Offsets) Middle<V>(
            V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
            where V : struct, ILanes<V> => ((first + second, first * second), default);

        public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
            V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
            where V : struct, ILanes<V>
            where TTest : struct, IRoundingTest
        {
            var (u, v) = HasMiddle ? (first, second) : (first + second, first * second);
            return ((u, u), (v, v));
        }
    }
}
