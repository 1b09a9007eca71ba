using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kernels.Cli.Output;

/// <summary>NumPy's file format: float64 or float32, row by row, little-endian.</summary>
internal sealed class NpyFormat : ITableFormat
{
    // The data begins at a multiple of this.
    private const int Alignment = 64;

    private readonly string _type;
    private readonly string _secondLength;
    private readonly int _columns;
    private readonly bool _isSingle;

    private NpyFormat(string type, string secondLength, int columns, bool isSingle) =>
        (_type, _secondLength, _columns, _isSingle) = (type, secondLength, columns, isSingle);

    public int MaxBytesPerRow => _columns * Width;

    private int Width => _isSingle ? sizeof(float) : sizeof(double);

    /// <summary>An array of shape (rows, columns), without names.</summary>
    public static NpyFormat Matrix(int columns) => new("'<f8'", string.Create(CultureInfo.InvariantCulture, $" {columns}"), columns, false);

    /// <summary>One column as an array of numbers; several as one of records, whose fields have the columns' names.</summary>
    public static NpyFormat Records(string[] names, bool isSingle)
    {
        string number = isSingle ? "'<f4'" : "'<f8'", fields = string.Join(", ", names.Select(name => $"('{name}', {number})"));
        return new(names.Length == 1 ? number : $"[{fields}]", "", names.Length, isSingle);
    }

    public long FileSize(long rows) => Header(rows).Length + (rows * MaxBytesPerRow);

    /// <summary>
    /// Magic string, version, length of the description, then the description, padded and ended by a new line.
    /// </summary>
    /// <remarks>
    /// The padding leaves room for any number of rows. Version 1 has 16 bits for the length; 3, for names beyond ASCII, has 32, and UTF-8.
    /// </remarks>
    public byte[] Header(long rows)
    {
        bool isAscii = Ascii.IsValid(_type);
        ReadOnlySpan<byte> magicAndVersion = [0x93, .. "NUMPY"u8, isAscii ? (byte)1 : (byte)3, 0];
        byte[] description = Description(rows);
        int prefix = magicAndVersion.Length + (isAscii ? sizeof(ushort) : sizeof(uint));
        int length = (prefix + Description(long.MaxValue).Length + 1 + Alignment - 1) / Alignment * Alignment;

        byte[] header = new byte[length];
        header.AsSpan().Fill((byte)' ');
        magicAndVersion.CopyTo(header);
        if (isAscii)
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(magicAndVersion.Length), (ushort)(length - prefix));
        else
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(magicAndVersion.Length), (uint)(length - prefix));
        description.CopyTo(header, prefix);
        header[^1] = (byte)'\n';
        return header;
    }

    public int Format(ReadOnlySpan<ReadOnlyMemory<double>> columns, int first, int count, Span<byte> destination)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<double> values = columns[column].Span.Slice(first, count);
            Span<byte> rest = destination[(column * Width)..];
            for (int i = 0; i < values.Length; i++)
            {
                if (_isSingle)
                    BinaryPrimitives.WriteSingleLittleEndian(rest[(i * MaxBytesPerRow)..], (float)values[i]);
                else
                    BinaryPrimitives.WriteDoubleLittleEndian(rest[(i * MaxBytesPerRow)..], values[i]);
            }
        }

        return count * MaxBytesPerRow;
    }

    private byte[] Description(long rows) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{{'descr': {_type}, 'fortran_order': False, 'shape': ({rows},{_secondLength}), }}"));
}
