using Kernels.Cli.Curves;

namespace Kernels.Cli.Input;

/// <summary>A CSV file with a harmonic a line, in any order; those that are not there are 0.</summary>
internal static class CoefficientFile
{
    /// <summary>The highest harmonic: memory for more could not be had by mistake.</summary>
    private const int LargestHarmonic = 1_000_000;

    public static FourierCoefficients Read(string file)
    {
        var rows = NumberTable.Read(file, "harmonic", "cosX", "sinX", "cosY", "sinY");
        if (rows.Count == 0)
            throw new InputException(file, "it has no coefficients: a line for each harmonic goes below the header");
        var lines = new Dictionary<int, int>();
        foreach (var (line, values) in rows)
        {
            if (values[0] is not (>= 0 and <= LargestHarmonic) || values[0] != Math.Floor(values[0]))
                throw new InputException(file, line, 1, $"a harmonic is a whole number from 0 to {LargestHarmonic}, not {values[0]}");
            if (!lines.TryAdd((int)values[0], line))
                throw new InputException(file, line, 1, $"harmonic {values[0]} has been given in line {lines[(int)values[0]]} already");
        }

        var coefficients = new FourierCoefficients(lines.Keys.Max());
        foreach (var (_, values) in rows)
        {
            int k = (int)values[0];
            (coefficients.CosX[k], coefficients.SinX[k]) = (values[1], values[2]);
            (coefficients.CosY[k], coefficients.SinY[k]) = (values[3], values[4]);
        }

        return coefficients;
    }
}
