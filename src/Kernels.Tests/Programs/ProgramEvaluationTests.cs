using System.Runtime.InteropServices;
using CsCheck;
using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>Programs over columns have the bits of their operations over single numbers.</summary>
public unsafe class ProgramEvaluationTests
{
    /// <summary>Elements of memory for a column; strides are 3 elements at most.</summary>
    private const int Longest = 1025, Memory = (3 * Longest) + 8;

    // Where multiply-adds are emulated an element takes a microsecond.
    private static int Count => Lanes.FusedMultiplyAdd.IsHardware ? 300 : 50;

    private enum Kind
    {
        Doubles,
        Floats,
        Integers,
        LongIntegers,
        Grid,
        Number,
    }

    [Fact]
    public void Programs_over_columns_have_the_bits_of_single_numbers() =>
        Gen.Select(RandomPrograms.Any, Gen.Int).Sample(
            (program, seed) => Check(program, new Random(seed)), iter: Count, threads: 1);

    [Fact]
    public void Programs_have_the_same_bits_however_often_their_loops_are_interrupted()
    {
        using var stop = new CancellationTokenSource();
        var clock = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Ticks.Advance();
                Thread.SpinWait(200);
            }
        });
        clock.Start();
        try
        {
            Gen.Select(RandomPrograms.Any, Gen.Int).Sample(
                (program, seed) => Check(program, new Random(seed)), iter: Count / 5, threads: 1);
        }
        finally
        {
            stop.Cancel();
            clock.Join();
        }
    }

    [Fact]
    public void Every_operator_has_the_bits_of_single_numbers() =>
        Assert.All(Operators.All.Where(info => !info.OfConditions), info =>
        {
            foreach (var rounding in (Rounding[])[Rounding.Declared, Rounding.Correct])
            {
                var builder = new ProgramBuilder(rounding);
                ProgramValue a = builder.Input("a"), b = builder.Input("b"), c = builder.Input("c");
                ProgramValue second = info.Operator == Operator.IntegerPower ? builder.Constant(-3) : b;
                var program = builder.Build([("y", builder.AsNumber(builder.Apply(info.Operator, a, second, c)))]);
                double[] special = Inputs.SpecialOf<double>();
                double[][] points =
                [
                    .. from x in special
                       from y in special
                       select new[] { x, y, special[(int)(BitConverter.DoubleToUInt64Bits(x + y) % 7)] },
                ];
                double[][] columns = [.. Enumerable.Range(0, 3).Select(i => points.Select(point => point[i]).ToArray())];
                double[] expected = [.. points.Select(point => Interpreter.Evaluate(program, point)[0])];
                double[] actual = new double[points.Length];
                foreach (int bits in ForcedWidth.All)
                {
                    Run(program, [.. columns, actual], bits);
                    BitsAssert.Equal<double>(expected, actual, $"{info.Operator}, {bits} bits");
                }
            }
        });

    [Fact]
    public void Any_integer_power_is_the_nearest_double()
    {
        double[] x =
        [
            .. Inputs.Special, .. Inputs.BitSpaced(4 * Count), .. Inputs.Uniform(4 * Count, 3),
            .. Enumerable.Range(-300, 601).Select(i => i / 4.0),
        ];
        double[] actual = new double[x.Length];
        for (int exponent = -FunctionProgram.LargestExponent; exponent <= FunctionProgram.LargestExponent; exponent++)
        {
            var builder = new ProgramBuilder(Rounding.Declared);
            var program = builder.Build([("y", builder.Power(builder.Input("x"), exponent))]);
            double[] expected = [.. x.Select(number => CorrectlyRounded.Pow(number, exponent))];
            foreach (int bits in exponent is > -4 and < 5 ? ForcedWidth.All : [256])
            {
                Run(program, [x, actual], bits);
                BitsAssert.Equal<double>(expected, actual, $"x**{exponent}, {bits} bits");
            }
        }
    }

    // The exact powers lie above the middle between two subnormal numbers, by 2⁻¹⁰⁶ of themselves.
    [Theory]
    [InlineData(0x5FEF_FFFF_FFFF_FFFE, -2)]
    [InlineData(0x4FEF_FFFF_FFFF_FFFF, -4)]
    public void A_reciprocal_power_that_is_subnormal_is_the_nearest_double(long bits, int exponent)
    {
        double x = BitConverter.Int64BitsToDouble(bits);
        var builder = new ProgramBuilder(Rounding.Declared);
        var function = new PureFunction(builder.Build([("y", builder.Power(builder.Input("x"), exponent))]));
        BitsAssert.Equal(BitConverter.Int64BitsToDouble((1L << 50) + 1), function.Invoke(x), "y");
        BitsAssert.Equal(CorrectlyRounded.Pow(x, exponent), function.Invoke(x), "y");
    }

    // (1 − 2⁻⁵³)⁻⁵ is the middle of two doubles and 15·2⁻¹⁰⁶: nearer to it than products are sure of. Ordinary powers are not.
    [Fact]
    public void Powers_beside_the_middle_of_two_doubles_are_left_undecided()
    {
        double x = Math.BitDecrement(1), result = 0;
        Assert.False(IntegerPowers.Multiply<Lanes.Double1<Lanes.Near>>(&x, -5, &result, 1));
        Assert.True(double.IsNaN(result));
        x = 1.1;
        Assert.True(IntegerPowers.Multiply<Lanes.Double1<Lanes.Near>>(&x, -5, &result, 1));
        Assert.Equal(CorrectlyRounded.Pow(1.1, -5), result);
    }

    private static void Check(FunctionProgram program, Random random)
    {
        int length = random.Next(3) == 0 ? random.Next(20) : random.Next(Longest + 1);
        int inputs = program.Inputs.Length, columns = inputs + program.Results.Length;
        var memory = new byte[columns][];
        var raw = new RawColumn[columns];
        var kinds = new Kind[columns];
        for (int i = 0; i < columns; i++)
        {
            memory[i] = GC.AllocateArray<byte>(Memory * sizeof(double), pinned: true);
            kinds[i] = i < inputs ? (Kind)random.Next(6) : (Kind)random.Next(2);
            raw[i] = Make(random, kinds[i], memory[i]);
        }

        // Now and then in place.
        int same = random.Next(columns);
        if (inputs > 0 && program.Results.Length > 0 && same < inputs && kinds[same] is Kind.Doubles or Kind.Floats)
            (raw[^1], kinds[^1]) = (raw[same], kinds[same]);

        double[][] expected =
        [
            .. from j in Enumerable.Range(0, length)
               select Interpreter.Evaluate(program, [.. Enumerable.Range(0, inputs).Select(i => Read(raw[i], j))]),
        ];
        byte[][] before = [.. memory.Select(bytes => bytes.ToArray())];
        foreach (int bits in ForcedWidth.All)
        {
            for (int i = 0; i < columns; i++)
                before[i].CopyTo(memory[i], 0);
            fixed (RawColumn* pointer = raw)
                Run(program, pointer, length, bits);
            for (int result = 0; result < program.Results.Length; result++)
            {
                for (int j = 0; j < length; j++)
                {
                    double value = expected[j][result];
                    double rounded = kinds[inputs + result] == Kind.Floats ? (float)value : value;
                    string what = $"{bits} bits, result {result}, element {j} of {length}, {kinds[inputs + result]}";
                    BitsAssert.Equal(rounded, Read(raw[inputs + result], j), what);
                }
            }
        }
    }

    private static void Run(FunctionProgram program, double[][] columns, int bits)
    {
        var raw = new RawColumn[columns.Length];
        var handles = new GCHandle[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            handles[i] = GCHandle.Alloc(columns[i], GCHandleType.Pinned);
            raw[i] = RawColumn.Of((double*)handles[i].AddrOfPinnedObject());
        }

        fixed (RawColumn* pointer = raw)
            Run(program, pointer, columns[0].Length, bits);
        foreach (var handle in handles)
            handle.Free();
    }

    private static void Run(FunctionProgram program, RawColumn* columns, int length, int bits) =>
        new PureFunction(program).Run(columns, length, new ForcedWidth(bits));

    private static RawColumn Make(Random random, Kind kind, byte[] memory)
    {
        int stride = random.Next(2) == 0 ? 1 : random.Next(-3, 4) is var any && any != 0 ? any : 2;
        fixed (byte* start = memory)
        {
            byte* first = start + (stride < 0 ? (Memory - 8) * sizeof(double) : random.Next(2) * sizeof(double));
            var doubles = (double*)start;
            var floats = (float*)start;
            for (int i = 0; i < Memory; i++)
            {
                double value = random.Next(12) switch
                {
                    0 => Inputs.Special[random.Next(Inputs.Special.Length)],
                    1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                    2 => random.Next(-10, 11),
                    _ => (random.NextDouble() - 0.5) * 20,
                };
                switch (kind)
                {
                    case Kind.Floats: (floats[2 * i], floats[(2 * i) + 1]) = ((float)value, (float)-value); break;
                    case Kind.Integers: (((int*)start)[2 * i], ((int*)start)[(2 * i) + 1]) = (random.Next(-100, 100), random.Next()); break;
                    case Kind.LongIntegers: ((long*)start)[i] = random.Next(2) == 0 ? random.Next(-9, 9) : random.NextInt64(); break;
                    default: doubles[i] = value; break;
                }
            }

            return kind switch
            {
                Kind.Doubles => RawColumn.Of((double*)first, stride * sizeof(double)),
                Kind.Floats => RawColumn.Of((float*)first, stride * sizeof(float)),
                Kind.Integers => RawColumn.Of((int*)first, stride * sizeof(int)),
                Kind.LongIntegers => RawColumn.Of((long*)first, stride * sizeof(long)),
                Kind.Grid => RawColumn.Grid(random.Next(-5, 5), random.NextDouble(), random.Next(-1000, 1000)),
                _ => RawColumn.Of((double*)first, stride: 0),
            };
        }
    }

    private static double Read(in RawColumn column, int index)
    {
        byte* address = column.Address + (index * column.Stride);
        return column.Format switch
        {
            ColumnFormat.Double => *(double*)address,
            ColumnFormat.Single => *(float*)address,
            ColumnFormat.Int32 => *(int*)address,
            ColumnFormat.Int64 => *(long*)address,
            _ => Math.FusedMultiplyAdd(column.First + index, column.Step, column.Start),
        };
    }
}
