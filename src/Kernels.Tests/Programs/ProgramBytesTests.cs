using System.Globalization;
using CsCheck;
using Kernels.Programs;
using Kernels.Tests.Contract;

namespace Kernels.Tests.Programs;

/// <summary>Programs as bytes.</summary>
public unsafe class ProgramBytesTests
{
    private const int MutationsOfOne = 20;

    // y = a < 3·x² + min(x, −0.0) as a number, and the cube root of that sum, as version 1 has it for ever.
    private const string Golden =
        "4B50460101020205000700017801610179056F74686572000000000000084000000000000000400000000000000080000000"
        + "000000F03F0000000000000000100000030003020007000C0000040001080009002001000A00260B00050006004C0A000C00"
        + "0D00";

    [Fact]
    public void Random_programs_come_back_equal() => RandomPrograms.Any.Sample(
        program =>
        {
            byte[] bytes = ProgramBytes.Write(program);
            var again = ProgramBytes.Read(bytes);
            Assert.Equal(program, again);
            Assert.Equal(program.GetHashCode(), again.GetHashCode());
            Assert.Equal(bytes, ProgramBytes.Write(again));
        },
        iter: 500, threads: 1);

    // The long form: KERNELS_MUTATIONS=1000000.
    [Fact]
    public void Mutated_bytes_are_refused_or_run_within_their_columns()
    {
        if (!GuardedMemory.IsSupported)
            Assert.Skip("No guard pages here.");
        int count = int.Parse(Environment.GetEnvironmentVariable("KERNELS_MUTATIONS") ?? "20000", CultureInfo.InvariantCulture);
        GuardedMemory[] memory =
            [.. Enumerable.Range(0, FunctionProgram.MostInputs + FunctionProgram.MostOutputs).Select(_ => new GuardedMemory())];
        int refused = 0;
        Gen.Select(RandomPrograms.Any, Gen.Int).Sample(
            (program, seed) =>
            {
                var random = new Random(seed);
                byte[] bytes = ProgramBytes.Write(program);
                for (int i = 0; i < MutationsOfOne; i++)
                {
                    try
                    {
                        Run(PureFunction.FromBytes(Mutate(random, bytes)), memory, random.Next(0, 70));
                    }
                    catch (FormatException)
                    {
                        refused++;
                    }
                }
            },
            iter: count / MutationsOfOne, threads: 1);
        Assert.InRange(refused, count / 20, count - (count / 20));
        foreach (var piece in memory)
            piece.Dispose();
    }

    [Theory]
    [InlineData("", "The bytes are no function. They end where the mark 'KPF' should be.")]
    [InlineData("4B5045", "The bytes are no function. They do not begin with 'KPF'.")]
    [InlineData("4B504602", "The bytes are no function. Their version is 2; this library reads version 1.")]
    [InlineData("4B50460102", "The bytes are no function. There is no tier 2.")]
    [InlineData("4B504601000901", "The bytes are no function. They end where the number of constants should be.")]
    [InlineData("4B50460100090100000000", "The bytes are no function. There are 9 inputs; at most 8 are allowed.")]
    [InlineData("4B50460100000001010000", "The bytes are no function. There are 257 constants; at most 256 are allowed.")]
    [InlineData("4B50460100000000000104", "The bytes are no function. There are 1025 operations; at most 1024 are allowed.")]
    [InlineData("4B504601000000000000000000", "The bytes are no function. After the end there are 2 bytes more.")]
    [InlineData("4B50460100000000000000", "The bytes are no function. There is no result.")]
    [InlineData("4B5046010001010000000001780178FFFF", "The bytes are no function. Value 65535 is read before it is written.")]
    [InlineData("4B504601000101000001000178017903", "The bytes are no function. They end where the number of a value should be.")]
    [InlineData("4B5046010001010000010001780179FF", "The bytes are no function. There is no operator 255.")]
    [InlineData("4B50460100010100000100017801790100000100", "The bytes are no function. Value 1 is read before it is written.")]
    [InlineData("4B50460100010100000100017801792500000100", "The bytes are no function. Operand 1 of 'not' is not a condition.")]
    [InlineData(
        "4B504601000101000001000178017910000000000100",
        "The bytes are no function. The exponent of '**' is not an integer constant from −64 to 64.")]
    [InlineData("4B504601000201000000000178017801790000", "The bytes are no function. Two inputs have the name 'x'.")]
    [InlineData(
        "4B504601000101000000000131017900",
        "The bytes are no function. '1' is no name: letters, digits and '_', the first no digit, at most 64.")]
    public void What_is_no_program_is_refused(string bytes, string message)
    {
        var exception = Assert.Throws<FormatException>(() => PureFunction.FromBytes(Convert.FromHexString(bytes)));
        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Bytes_of_version_1_stay_readable()
    {
        var builder = new ProgramBuilder(Rounding.Correct);
        ProgramValue x = builder.Input("x"), a = builder.Input("a");
        var least = builder.Apply(Operator.Min, x, builder.Constant(-0.0));
        var sum = builder.Apply(Operator.Add, builder.Apply(Operator.Multiply, builder.Constant(3), builder.Power(x, 2)), least);
        var program = builder.Build([("y", builder.Apply(Operator.Less, a, sum)), ("other", builder.Apply(Operator.Cbrt, sum))]);
        Assert.Equal(Golden, Convert.ToHexString(ProgramBytes.Write(program)));
        Assert.Equal(program, ProgramBytes.Read(Convert.FromHexString(Golden)));
    }

    private static byte[] Mutate(Random random, byte[] bytes)
    {
        List<byte> mutated = [.. bytes];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int place = random.Next(mutated.Count);
            switch (random.Next(5))
            {
                case 0: mutated.RemoveAt(place); break;
                case 1: mutated.Insert(place, (byte)random.Next(256)); break;
                case 2: mutated[place] ^= (byte)(1 << random.Next(8)); break;
                case 3: mutated[place] = mutated[random.Next(mutated.Count)]; break;
                default: mutated[place] = (byte)random.Next(256); break;
            }
        }

        return [.. mutated];
    }

    private static void Run(PureFunction function, GuardedMemory[] memory, int length)
    {
        int inputs = function.Inputs.Count, columns = inputs + function.Outputs.Count;
        RawColumn* raw = stackalloc RawColumn[columns];
        for (int i = 0; i < columns; i++)
        {
            bool isFloat = (i + length) % 3 == 0;
            fixed (double* doubles = i % 2 == 0 ? memory[i].BeforeGuard<double>(length) : memory[i].AfterGuard<double>(length))
            fixed (float* floats = i % 2 == 0 ? memory[i].BeforeGuard<float>(length) : memory[i].AfterGuard<float>(length))
                raw[i] = isFloat ? RawColumn.Of(floats) : RawColumn.Of(doubles);
        }

        function.Run(raw, length, default(CallingThread));
    }
}
