using System.Globalization;
using System.Text;

namespace Kernels.Cli.Output;

/// <summary>
/// Comma-separated values: a header line, then one row a line, each number with as many digits as it takes to read it back.
/// </summary>
/// <param name="names">The columns' names.</param>
/// <param name="isSingle">Whether numbers are rounded to floats.</param>
internal sealed class CsvFormat(string[] names, bool isSingle = false) : ITableFormat
{
    // The longest double is -1.2345678901234567E-308; each is followed by a comma or a new line.
    private const int MaxBytesPerNumber = 24 + 1;

    // 2⁻²⁵ and 2⁻⁹⁵⁸, of which .NET 10 writes a digit too few.
    private const double Misprinted = 1.0 / (1 << 25), OtherMisprinted = 4.1045368012983762e-289;

    public int MaxBytesPerRow => names.Length * MaxBytesPerNumber;

    public byte[] Header(long rows) => Encoding.UTF8.GetBytes($"{string.Join(',', names)}\n");

    public long FileSize(long rows) => 0;

    public int Format(ReadOnlySpan<ReadOnlyMemory<double>> columns, int first, int count, Span<byte> destination)
    {
        int length = 0;
        for (int row = first; row < first + count; row++)
        {
            foreach (ReadOnlyMemory<double> column in columns)
            {
                length += Format(column.Span[row], destination[length..]);
                destination[length++] = (byte)',';
            }

            destination[length - 1] = (byte)'\n';
        }

        return length;
    }

    private int Format(double value, Span<byte> destination)
    {
        int written;
        string? format = Math.Abs(value) is Misprinted or OtherMisprinted ? "G17" : null;
        _ = isSingle
            ? ((float)value).TryFormat(destination, out written, default, CultureInfo.InvariantCulture)
            : value.TryFormat(destination, out written, format, CultureInfo.InvariantCulture);
        return written;
    }
}
