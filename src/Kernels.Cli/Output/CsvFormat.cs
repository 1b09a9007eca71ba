using System.Globalization;

namespace Kernels.Cli.Output;

/// <summary>
/// Comma-separated values: a header line, then one point a line, each number with as many digits as it takes to read it back.
/// </summary>
internal sealed class CsvFormat : IPointFormat
{
    // The longest double is -1.2345678901234567E-308; each is followed by a comma or a new line.
    private const int MaxBytesPerNumber = 24 + 1;

    public int MaxBytesPerPoint => 3 * MaxBytesPerNumber;

    public byte[] Header(long points) => "t,x,y\n"u8.ToArray();

    public long FileSize(long points) => 0;

    public int Format(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<byte> destination)
    {
        int length = 0;
        for (int i = 0; i < t.Length; i++)
        {
            length += Format(t[i], (byte)',', destination[length..]);
            length += Format(x[i], (byte)',', destination[length..]);
            length += Format(y[i], (byte)'\n', destination[length..]);
        }

        return length;
    }

    private static int Format(double value, byte end, Span<byte> destination)
    {
        _ = value.TryFormat(destination, out int written, default, CultureInfo.InvariantCulture);
        destination[written] = end;
        return written + 1;
    }
}
