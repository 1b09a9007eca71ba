using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kernels.Programs;

/// <summary>Programs as bytes, version 1.</summary>
/// <remarks>
/// <code>
/// "KPF" and the version, 1                   4 bytes
/// tier                                       1 byte: 0 declared, 1 correct
/// counts of inputs, results                  1 byte each
/// counts of constants, operations            2 bytes each
/// names of inputs, then of results           each: its length in a byte, then UTF-8
/// constants                                  8 bytes each
/// operations                                 each: the operator in a byte, then its operands, 2 bytes each: numbers of values
/// results                                    2 bytes each: numbers of values
/// </code>
/// Numbers are little endian. Values are numbered: inputs, then constants, then an operation each.
/// </remarks>
internal static class ProgramBytes
{
    private const byte Version = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Mark => "KPF"u8;

    public static byte[] Write(FunctionProgram program)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(Mark);
        bytes.Write([Version, (byte)program.Rounding, (byte)program.Inputs.Length, (byte)program.Outputs.Length]);
        WriteNumber(bytes, program.Constants.Length);
        WriteNumber(bytes, program.Operations.Length);
        foreach (string name in (string[])[.. program.Inputs, .. program.Outputs])
        {
            byte[] encoded = Utf8.GetBytes(name);
            bytes.Write([(byte)encoded.Length]);
            bytes.Write(encoded);
        }

        foreach (double constant in program.Constants)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.GetSpan(sizeof(double)), constant);
            bytes.Advance(sizeof(double));
        }

        foreach (var operation in program.Operations)
        {
            bytes.Write([(byte)operation.Operator]);
            for (int operand = 0; operand < Operators.Of(operation.Operator).Operands; operand++)
                WriteNumber(bytes, operation[operand]);
        }

        foreach (int result in program.Results)
            WriteNumber(bytes, result);
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">They are no program.</exception>
    public static FunctionProgram Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new Reader(bytes).Read();
        }
        catch (Exception exception) when (exception is ProgramException or DecoderFallbackException)
        {
            throw new FormatException($"The bytes are no function. {exception.Message}", exception);
        }
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, int number)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.GetSpan(sizeof(ushort)), (ushort)number);
        bytes.Advance(sizeof(ushort));
    }

    /// <summary>What is left to be read.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public FunctionProgram Read()
        {
            if (!Take(Mark.Length, "the mark 'KPF'").SequenceEqual(Mark))
                throw new ProgramException("They do not begin with 'KPF'.");
            int version = Take(1, "the version")[0];
            if (version != Version)
                throw new ProgramException($"Their version is {version}; this library reads version {Version}.");
            int tier = Take(1, "the tier")[0];
            if (tier > (int)Rounding.Correct)
                throw new ProgramException($"There is no tier {tier}.");
            int inputs = Take(1, "the number of inputs")[0], outputs = Take(1, "the number of results")[0];
            int constants = Number("the number of constants"), operations = Number("the number of operations");
            CheckLimit(inputs, FunctionProgram.MostInputs, "inputs");
            CheckLimit(outputs, FunctionProgram.MostOutputs, "results");
            CheckLimit(constants, FunctionProgram.MostConstants, "constants");
            CheckLimit(operations, FunctionProgram.MostOperations, "operations");

            var builder = new ProgramBuilder((Rounding)tier);
            List<ProgramValue> values = [];
            for (int i = 0; i < inputs; i++)
            {
                string name = Name();
                if (builder.Inputs.Contains(name))
                    throw new ProgramException($"Two inputs have the name '{name}'.");
                values.Add(builder.Input(name));
            }

            string[] names = new string[outputs];
            for (int i = 0; i < outputs; i++)
                names[i] = Name();
            for (int i = 0; i < constants; i++)
                values.Add(builder.Constant(BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double), "a constant"))));
            for (int i = 0; i < operations; i++)
            {
                int number = Take(1, "an operator")[0];
                var info = number == (int)Operator.SinCos ? null : Operators.Find((byte)number);
                if (info is null)
                    throw new ProgramException($"There is no operator {number}.");
                ProgramValue a = ValueOf(values), b = info.Operands > 1 ? ValueOf(values) : default;
                values.Add(builder.Apply(info.Operator, a, b, info.Operands > 2 ? ValueOf(values) : default));
            }

            var results = new (string, ProgramValue)[outputs];
            for (int i = 0; i < outputs; i++)
                results[i] = (names[i], ValueOf(values));
            if (!_rest.IsEmpty)
                throw new ProgramException($"After the end there are {_rest.Length} bytes more.");
            return builder.Build(results);
        }

        private ProgramValue ValueOf(List<ProgramValue> values)
        {
            int number = Number("the number of a value");
            return number < values.Count ? values[number] : throw new ProgramException($"Value {number} is read before it is written.");
        }

        private string Name() => Utf8.GetString(Take(Take(1, "the length of a name")[0], "a name"));

        private int Number(string what) => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort), what));

        private ReadOnlySpan<byte> Take(int count, string what)
        {
            if (_rest.Length < count)
                throw new ProgramException($"They end where {what} should be.");
            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }

        private static void CheckLimit(int count, int most, string what)
        {
            if (count > most)
                throw new ProgramException($"There are {count} {what}; at most {most} are allowed.");
        }
    }
}
