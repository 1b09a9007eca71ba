using System.Globalization;
using System.Text;

namespace Kernels.Cli.Input;

/// <summary>A cell of a CSV file as a number.</summary>
internal static class Cell
{
    /// <summary>Reads what pandas, NumPy, Python and C# write, and nothing doubtful.</summary>
    /// <param name="text">The cell, without quotes.</param>
    /// <param name="value">The nearest double.</param>
    /// <returns>Null, or what is wrong; it goes on from the cell.</returns>
    public static string? Read(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;

        // .NET passes over zeros at the end.
        if (text is [.., 0])
            return "is not a number";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return double.IsFinite(value) || text.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 ? null : "is beyond the range of doubles";
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
            return "is empty: for a number that is missing write nan";
        bool isNegative = text[0] == '-';
        if (Ascii.EqualsIgnoreCase(text[(isNegative || text[0] == '+' ? 1 : 0)..], "inf"u8))
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        else
            return "is not a number";
        return null;
    }
}
