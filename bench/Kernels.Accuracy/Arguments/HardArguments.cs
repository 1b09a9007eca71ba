using Kernels.Reference;
using Kernels.Yardsticks;

namespace Kernels.Accuracy.Arguments;

/// <summary>
/// All hard cases with both signs: the nearest approaches to multiples of π/2 in every binade, arguments on which other libraries are
/// worst, half-way remainders, and those of the files in the folder that an environment variable names.
/// </summary>
internal sealed class HardArguments : ArgumentSet
{
    public const string SetName = "hard";

    public const string FolderVariable = "KERNELS_HARD_CASES";

    private readonly Lazy<double[]> _all;

    public HardArguments(Precision precision)
        : base(SetName) => _all = new(() => Gather(precision));

    public override bool IsLogarithmic => true;

    public override (double From, double To) Axis => (_all.Value.Min(Position), _all.Value.Max(Position));

    public override int Count(int samples) => _all.Value.Length;

    public override IEnumerable<double> Generate(int samples, int seed) => _all.Value;

    private static double[] Gather(Precision precision)
    {
        double[] listed =
        [
            .. HardCases.Sine, .. HardCases.Cosine, .. HardCases.HalfwayRemainders, .. HardCases.CancellingProducts, .. Published(),
        ];
        IEnumerable<double> positive = precision == Precision.Double
            ? [.. HardCases.NearestToMultiplesOfHalfPi(), .. listed]
            : [.. HardCases.SinglesNearestToMultiplesOfHalfPi(), .. listed.Select(x => (double)(float)x)];
        return [.. positive.Where(x => double.IsFinite(x) && x != 0).Select(Math.Abs).Distinct().SelectMany(x => new[] { x, -x })];
    }

    private static IEnumerable<double> Published() =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
            ? Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)
            : [];

    private static IEnumerable<double> Read(string file) =>
        File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line =>
        {
            try
            {
                return HardCases.Hex(line);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
            {
                throw new InvalidDataException($"{file}: '{line}' is no hexadecimal floating-point number");
            }
        });
}
