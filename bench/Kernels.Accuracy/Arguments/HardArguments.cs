using Kernels.Reference;
using Kernels.Yardsticks;

namespace Kernels.Accuracy.Arguments;

/// <summary>
/// All hard cases of an operation's functions with both signs: those nearest to the middle between two numbers, those on which other
/// libraries are worst, and those of the files in the folder that an environment variable names.
/// </summary>
internal sealed class HardArguments : ArgumentSet
{
    public const string SetName = "hard";

    public const string FolderVariable = "KERNELS_HARD_CASES";

    private readonly Lazy<(double X, double Y)[]> _all;

    public HardArguments(Operation operation, Precision precision)
        : base(SetName)
    {
        // The heart's are those of sine and cosine.
        var references = (operation == Operation.Heart ? Operation.Named("sincos") : operation).Outputs
            .Select(output => output.Reference).OfType<ReferenceFunction>();
        _all = new(() => [.. references.SelectMany(reference => Of(reference, precision)).SelectMany(WithBothSigns).Distinct()]);
    }

    public override bool IsLogarithmic => true;

    public override (double From, double To) Axis =>
        (_all.Value.Min(point => Position(point.X)), _all.Value.Max(point => Position(point.X)));

    public override int Count(int samples) => _all.Value.Length;

    public override IEnumerable<(double X, double Y)> Generate(int samples, int seed) => _all.Value;

    private static IEnumerable<(double X, double Y)> Of(ReferenceFunction reference, Precision precision)
    {
        var published = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
            ? reference.Published(folder, ofSingles: precision == Precision.Single)
            : [];
        var listed = precision == Precision.Double
            ? reference.HardCases
            : [.. reference.HardSingles.Select(point => ((double)point.X, (double)point.Y)), .. reference.HardCases.Select(Rounded)];
        return listed.Concat(published).Where(point => double.IsFinite(point.X) && point.X != 0 && double.IsFinite(point.Y));
    }

    private static (double X, double Y) Rounded((double X, double Y) point) => ((float)point.X, (float)point.Y);

    private static (double X, double Y)[] WithBothSigns((double X, double Y) point) => [point, (-point.X, point.Y)];
}
