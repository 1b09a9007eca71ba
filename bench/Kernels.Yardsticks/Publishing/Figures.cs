using System.Globalization;

namespace Kernels.Yardsticks.Publishing;

/// <summary>How figures are written, in every table alike.</summary>
public static class Figures
{
    /// <summary>Nanoseconds, ratios and rates.</summary>
    public static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);

    /// <summary>How many times as long; – for none.</summary>
    public static string Ratio(double value) => value > 0 ? $"{Number(value)}×" : "–";

    /// <summary>Errors in ULP: digits as long as they say something; – for none, ∞ where a result was no number.</summary>
    public static string Ulp(double error) => error switch
    {
        double.NaN => "–",
        double.PositiveInfinity => "∞",
        < 1 => error.ToString("0.0000", CultureInfo.InvariantCulture),
        < 100 => error.ToString("0.000", CultureInfo.InvariantCulture),
        < 1e9 => error.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => error.ToString("0.0e0", CultureInfo.InvariantCulture),
    };
}
