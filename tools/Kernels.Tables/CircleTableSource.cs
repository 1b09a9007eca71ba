using System.Globalization;
using System.Text;

namespace Kernels.Tables;

/// <summary>The whole circle from the points of its first octant, as source.</summary>
internal static class CircleTableSource
{
    public static string Write(AccuratePoint[] octant)
    {
        var source = new StringBuilder();
        source.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class CircleTable
            {
                /// <summary>For k = 0 to 511: sine, cosine, shift, nothing. (A row of four is one 256-bit load.)</summary>
                internal static ReadOnlySpan<double> Rows =>
                [

            """);
        for (int k = 0; k < AccuratePoint.Steps; k++)
        {
            var (sine, cosine, offset, _, _) = OnCircle(octant, k);

            // sin(−0) = −0: the kernel adds the sine of the row to that of the remainder.
            if (k == 0)
                sine = -0.0;
            string indent = k % 2 == 0 ? "        " : " ", end = k % 2 == 0 ? "" : "\n";
            source.Append(CultureInfo.InvariantCulture, $"{indent}{Literal(sine)}, {Literal(cosine)}, {Literal(offset)}, 0,{end}");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    /// <summary>What the doubles of the table leave of sine and cosine, as source.</summary>
    public static string WriteRests(AccuratePoint[] octant)
    {
        var source = new StringBuilder();
        source.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class CircleTable
            {
                /// <summary>For k = 0 to 511: what sine and cosine are more than the doubles of the row; nothing; nothing.</summary>
                internal static ReadOnlySpan<double> Rests =>
                [

            """);
        for (int k = 0; k < AccuratePoint.Steps; k++)
        {
            var (_, _, _, sine, cosine) = OnCircle(octant, k);
            string before = k % 2 == 0 ? "        " : " ", after = k % 2 == 0 ? "" : "\n";
            source.Append(CultureInfo.InvariantCulture, $"{before}{Literal(sine)}, {Literal(cosine)}, 0, 0,{after}");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    // A difference from 0 has no negative zero.
    // By symmetry, exactly: sine odd, cosine even; the second quarter mirrors the first; the second octant exchanges the two.
    private static AccuratePoint OnCircle(AccuratePoint[] octant, int k)
    {
        const int Half = AccuratePoint.Steps / 2, Quarter = Half / 2, Eighth = Quarter / 2;
        if (k > Half)
        {
            var (sine, cosine, offset, sineRest, cosineRest) = OnCircle(octant, AccuratePoint.Steps - k);
            return new(0 - sine, cosine, 0 - offset, 0 - sineRest, cosineRest);
        }

        if (k > Quarter)
        {
            var (sine, cosine, offset, sineRest, cosineRest) = OnCircle(octant, Half - k);
            return new(sine, 0 - cosine, 0 - offset, sineRest, 0 - cosineRest);
        }

        if (k > Eighth)
        {
            var (sine, cosine, offset, sineRest, cosineRest) = OnCircle(octant, Quarter - k);
            return new(cosine, sine, 0 - offset, cosineRest, sineRest);
        }

        return octant[k];
    }

    private static string Literal(double value) =>
        value == 0 ? (double.IsNegative(value) ? "-0.0" : "0") : value.ToString("R", CultureInfo.InvariantCulture);
}
