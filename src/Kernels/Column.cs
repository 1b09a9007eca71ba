using System.Buffers;
using System.Runtime.InteropServices;
using Kernels.Loops;

namespace Kernels;

/// <summary>
/// An input or a result of a <see cref="PureFunction"/>: an array, a part of one, or, as an input, a number that stands for all elements.
/// </summary>
/// <remarks>
/// Made implicitly: <c>f.Evaluate([t, 0.5], [x, y])</c>. Doubles and floats may be mixed: all is computed in double, and rounded once where
/// a result is of floats.
/// </remarks>
public readonly struct Column
{
    private readonly ReadOnlyMemory<double> _doubles;
    private readonly ReadOnlyMemory<float> _floats;
    private readonly double _number;
    private readonly ColumnKind _kind;

    private Column(ColumnKind kind, ReadOnlyMemory<double> doubles, ReadOnlyMemory<float> floats, bool isWritable)
    {
        (_kind, _doubles, _floats, IsWritable) = (kind, doubles, floats, isWritable);
    }

    private Column(double number)
    {
        (_kind, _number) = (ColumnKind.Number, number);
    }

    private enum ColumnKind : byte
    {
        None,
        Doubles,
        Floats,
        Number,
    }

    /// <summary>Whether it is a number that stands for all elements.</summary>
    public bool IsNumber => _kind == ColumnKind.Number;

    /// <summary>Its elements; 1 if it is a number.</summary>
    public int Length => IsNumber ? 1 : _doubles.Length + _floats.Length;

    /// <summary>Whether results can be written to it.</summary>
    internal bool IsWritable { get; }

    /// <summary>Whether it has not been made of anything.</summary>
    internal bool IsNothing => _kind == ColumnKind.None;

    /// <summary>All elements of an array.</summary>
    /// <param name="elements">The array.</param>
    /// <exception cref="ArgumentNullException"><paramref name="elements"/> is null.</exception>
    public static implicit operator Column(double[] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return new(ColumnKind.Doubles, elements, default, isWritable: true);
    }

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Column(float[] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return new(ColumnKind.Floats, default, elements, isWritable: true);
    }

    /// <summary>Memory, of an array or of any other kind.</summary>
    /// <param name="elements">The memory.</param>
    public static implicit operator Column(Memory<double> elements) => new(ColumnKind.Doubles, elements, default, isWritable: true);

    /// <inheritdoc cref="op_Implicit(Memory{double})"/>
    public static implicit operator Column(Memory<float> elements) => new(ColumnKind.Floats, default, elements, isWritable: true);

    /// <summary>Memory that is only read: an input.</summary>
    /// <param name="elements">The memory.</param>
    public static implicit operator Column(ReadOnlyMemory<double> elements) =>
        new(ColumnKind.Doubles, elements, default, isWritable: false);

    /// <inheritdoc cref="op_Implicit(ReadOnlyMemory{double})"/>
    public static implicit operator Column(ReadOnlyMemory<float> elements) =>
        new(ColumnKind.Floats, default, elements, isWritable: false);

    /// <summary>A number that stands for all elements of an input.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Column(double number) => new(number);

    /// <summary>Its doubles; none if it is of something else.</summary>
    internal ReadOnlySpan<double> Doubles => _doubles.Span;

    /// <summary>Its floats; none if it is of something else.</summary>
    internal ReadOnlySpan<float> Floats => _floats.Span;

    /// <summary>The number that stands for all elements.</summary>
    internal double Number => _number;

    /// <summary>What has to live as long as its elements are used, if that is no array.</summary>
    internal object? Owner =>
        MemoryMarshal.TryGetMemoryManager<double, MemoryManager<double>>(_doubles, out var ofDoubles) ? ofDoubles
        : MemoryMarshal.TryGetMemoryManager<float, MemoryManager<float>>(_floats, out var ofFloats) ? ofFloats : null;

    /// <summary>The column as loops take it, once its elements stay where they are.</summary>
    internal unsafe RawColumn Raw(double* doubles, float* floats, double* number) => _kind switch
    {
        ColumnKind.Doubles => RawColumn.Of(doubles),
        ColumnKind.Floats => RawColumn.Of(floats),
        _ => RawColumn.Of(number, stride: 0),
    };
}
