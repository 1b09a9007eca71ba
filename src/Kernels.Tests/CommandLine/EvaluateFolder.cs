using System.Buffers.Binary;
using System.Text;

namespace Kernels.Tests.CommandLine;

/// <summary>What tests of <c>kernels evaluate</c> share.</summary>
public abstract class EvaluateFolder : TemporaryFolder
{
    private protected const string Damped = "y = exp(-a*t)*cos(w*t)";

    /// <summary>Rows of the files that make.py writes.</summary>
    private protected const int Rows = 97;

    /// <summary>A file that pandas or NumPy wrote.</summary>
    private protected static string Data(string file) => TestRepository.PathOf("src", "Kernels.Tests", "CommandLine", "Data", file);

    private protected Child Evaluate(params string[] arguments) => Child.Run(Program, ["evaluate", .. arguments], folder: Folder);

    /// <summary>The function of <see cref="Damped"/> that files are evaluated by, for a number each.</summary>
    private protected static double[] DampedOf(double[] t, double[] w, double a = 0.5)
    {
        var function = PureFunction.Parse(Damped, "t", "w", "a");
        return [.. t.Zip(w, (first, second) => function.Invoke(first, second, a))];
    }

    /// <summary>The numbers that make.py writes, in a precision.</summary>
    private protected static (double[] T, double[] W) Numbers(bool isSingle = false)
    {
        double[] t = [.. Enumerable.Range(0, Rows).Select(i => i / 7.0)];
        return ([.. t.Select(value => isSingle ? (float)value : value)], [.. Enumerable.Range(0, Rows).Select(i => 1 + (i / 16.0))]);
    }

    /// <summary>What an .npy file says of itself, without the padding, and its numbers.</summary>
    private protected (string Description, double[] Numbers) ReadNpy(string file, bool isSingle = false)
    {
        byte[] bytes = File.ReadAllBytes(PathOf(file));
        Assert.Equal([0x93, .. "NUMPY"u8], bytes[..6]);
        bool isShort = bytes[6] == 1;
        int prefix = isShort ? 10 : 12;
        int length = isShort
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8))
            : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        Assert.Equal(0, (prefix + length) % 64);
        string description = Encoding.UTF8.GetString(bytes, prefix, length);
        Assert.EndsWith("\n", description, StringComparison.Ordinal);
        int width = isSingle ? sizeof(float) : sizeof(double);
        double[] numbers = [.. bytes.Skip(prefix + length).Chunk(width).Select(chunk => isSingle
            ? BinaryPrimitives.ReadSingleLittleEndian(chunk)
            : BinaryPrimitives.ReadDoubleLittleEndian(chunk))];
        return (description.TrimEnd(), numbers);
    }

    /// <summary>The message is this one, after the program's name, and before a hint at the help if there is one.</summary>
    private protected static void CheckMessage(Child child, int exitCode, string message)
    {
        string hint = exitCode == 2 ? "; see kernels --help" : "";
        Assert.Equal($"kernels: {message}{hint}\n", child.Error.ReplaceLineEndings("\n"));
        Assert.Equal((exitCode, ""), (child.ExitCode, child.Output));
    }
}
