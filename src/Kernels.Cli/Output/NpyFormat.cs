using System.Buffers.Binary;
using System.Text;

namespace Kernels.Cli.Output;

/// <summary>NumPy's file format, version 1.0: float64, shape (points, 3), C order, little-endian; the columns are t, x and y.</summary>
internal sealed class NpyFormat : IPointFormat
{
    private const int Columns = 3;

    // The data begins at a multiple of this.
    private const int Alignment = 64;

    public int MaxBytesPerPoint => Columns * sizeof(double);

    public long FileSize(long points) => Header(points).Length + (points * MaxBytesPerPoint);

    /// <summary>
    /// Magic string, version, length of the description as 16 bits, then the description, padded and ended by a new line.
    /// </summary>
    public byte[] Header(long points)
    {
        ReadOnlySpan<byte> magicAndVersion = [0x93, .. "NUMPY"u8, 1, 0];
        string description = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({points}, {Columns}), }}";
        int prefix = magicAndVersion.Length + sizeof(ushort);
        int length = (prefix + description.Length + 1 + Alignment - 1) / Alignment * Alignment;

        byte[] header = new byte[length];
        magicAndVersion.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(magicAndVersion.Length), (ushort)(length - prefix));
        _ = Encoding.ASCII.GetBytes(description.PadRight(length - prefix - 1) + '\n', header.AsSpan(prefix));
        return header;
    }

    public int Format(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<byte> destination)
    {
        for (int i = 0; i < t.Length; i++)
        {
            Span<byte> row = destination.Slice(i * (Columns * sizeof(double)), Columns * sizeof(double));
            BinaryPrimitives.WriteDoubleLittleEndian(row, t[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[sizeof(double)..], x[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[(2 * sizeof(double))..], y[i]);
        }

        return t.Length * MaxBytesPerPoint;
    }
}
