using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kernels.Functions;
using Kernels.Proof;
using Kernels.Reference;

// dotnet run -c Release --project tools/Kernels.Proof [-- ROW...] > tools/proof.txt
// First the coefficients; then for each row of the table's first quarter its number, sine and cosine, the exponent of two of the sine's
// relative error before rounding, and a hash of what was proved; then the largest. By the table's symmetries the sine of row 128 − k is the
// cosine of row k, and the other quarters are the first; but the row in the middle is not its own mirror, so its cosine comes last, as a
// sine of the row with the two exchanged.
const int Quarter = CircleTable.Steps / 4;
int[] numbers = args.Length > 0
    ? [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))]
    : [.. Enumerable.Range(1, Quarter), -Quarter / 2];
Row[] rows = [.. numbers.Select(number => new Row(Math.Abs(number), IsExchanged: number < 0))];
double[] bounds = new double[rows.Length];
var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
Parallel.For(0, rows.Length, options, i => bounds[i] = Prove(RowProof.Write(rows[i])));
foreach (var (name, value) in RowProof.Coefficients)
    Console.WriteLine($"{name} {HardCases.Hex(value)}");
foreach (var (row, bound) in rows.Zip(bounds))
{
    string constants = $"{row.Number} {HardCases.Hex(row.Sine)} {HardCases.Hex(row.Cosine)}";
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{constants} {bound:F4} {RowProof.Hash(row)}"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest {bounds.Max():F4}"));
return 0;

static double Prove(string script)
{
    var start = new ProcessStartInfo("gappa") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    using var gappa = Process.Start(start)!;
    gappa.StandardInput.Write(script);
    gappa.StandardInput.Close();
    var errors = gappa.StandardError.ReadToEndAsync();
    string output = gappa.StandardOutput.ReadToEnd() + errors.Result;
    gappa.WaitForExit();
    var exponents = Regex.Matches(output, @"2\^\((-[0-9.]+)\)");
    return gappa.ExitCode == 0 && exponents.Count == 2
        ? exponents.Max(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))

        // Gappa could not, or could not be understood.
        : throw new InvalidOperationException(output);
}
