using System.Runtime.InteropServices;

namespace Kernels.Programs;

/// <summary>
/// A pure function in static single assignment: values are numbered, inputs first, then constants, then an operation each.
/// </summary>
/// <remarks>
/// Only <see cref="ProgramBuilder"/> makes one: it has checked that operands come before they are read and are of the kind that is wanted,
/// shared what is equal, computed what is constant and left out what no result needs; values are in the order in which a text that names
/// the results one after the other meets them first. So equal functions have equal programs.
/// </remarks>
internal sealed class FunctionProgram(
    string[] inputs, double[] constants, Operation[] operations, string[] outputs, int[] results, Rounding rounding)
    : IEquatable<FunctionProgram>
{
    /// <summary>What a program may have.</summary>
    public const int MostInputs = 8, MostOutputs = 8, MostOperations = 1024, MostConstants = 256, LongestName = 64;

    /// <summary>The largest magnitude of an exponent of <see cref="Operator.IntegerPower"/>.</summary>
    public const int LargestExponent = 64;

    /// <summary>The inputs' names.</summary>
    public string[] Inputs { get; } = inputs;

    public double[] Constants { get; } = constants;

    public Operation[] Operations { get; } = operations;

    /// <summary>The results' names.</summary>
    public string[] Outputs { get; } = outputs;

    /// <summary>The value of each result.</summary>
    public int[] Results { get; } = results;

    /// <summary>The tier of the elementary functions.</summary>
    public Rounding Rounding { get; } = rounding;

    /// <summary>The number of the first constant's value.</summary>
    public int FirstConstant => Inputs.Length;

    /// <summary>The number of the first operation's value.</summary>
    public int FirstOperation => Inputs.Length + Constants.Length;

    public bool IsConstant(int value) => value >= FirstConstant && value < FirstOperation;

    /// <summary>The operation whose value has that number.</summary>
    public ref readonly Operation OperationOf(int value) => ref Operations[value - FirstOperation];

    public bool Equals(FunctionProgram? other) =>
        other is not null && Rounding == other.Rounding && Inputs.AsSpan().SequenceEqual(other.Inputs)
        && Outputs.AsSpan().SequenceEqual(other.Outputs) && Results.AsSpan().SequenceEqual(other.Results)
        && Operations.AsSpan().SequenceEqual(other.Operations)
        && MemoryMarshal.AsBytes(Constants.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(other.Constants.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as FunctionProgram);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Rounding);
        foreach (string name in Inputs)
            hash.Add(name, StringComparer.Ordinal);
        foreach (string name in Outputs)
            hash.Add(name, StringComparer.Ordinal);
        foreach (int value in Results)
            hash.Add(value);
        foreach (Operation operation in Operations)
            hash.Add(operation);
        hash.AddBytes(MemoryMarshal.AsBytes(Constants.AsSpan()));
        return hash.ToHashCode();
    }
}
