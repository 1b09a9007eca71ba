using Kernels.Programs;

namespace Kernels.Cli.Formulas;

/// <summary>What a formula may use.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Rounding">"exact", "nearest" or "declared".</param>
/// <param name="ErrorBoundInUlp">The largest error, unless all elementary functions are correctly rounded; null if it is exact.</param>
internal sealed record FunctionEntry(string Form, string Meaning, string Rounding, double? ErrorBoundInUlp);

/// <summary>All of it: the elementary functions from the library's table, the rest from here.</summary>
internal static class FunctionCatalogue
{
    private const double HalfUlp = 0.5;

    private static readonly string[] ConstantNames = ["pi", "e", "tau", "inf", "nan"];

    /// <summary>Operators and functions, the elementary ones last.</summary>
    public static IReadOnlyList<FunctionEntry> Functions { get; } =
    [
        Nearest("x + y, x - y, x * y, x / y", "arithmetic"),
        Exact("-x, +x", "the sign changed, or left"),
        Nearest("x**2, x**-3", "powers to whole numbers written so, from -64 to 64"),
        new("x**y", "any other power: pow(x, y)", "declared", Table("Pow").ErrorBoundInUlp),
        Exact("x < y, <=, >, >=, ==, !=", "comparisons; chains too: 0 < x < 1"),
        Exact("c and d, c or d, not c", "of conditions"),
        Exact("x if c else y", "a choice; both sides are computed"),
        .. Operators.All.Where(info => info.IsCall && !info.IsElementary).Select(Arithmetic),
        .. Operators.All.Where(info => info.IsCall && info.IsElementary).Select(Elementary),
    ];

    /// <summary>Names that stand for numbers.</summary>
    public static IReadOnlyDictionary<string, double> Constants { get; } =
        ConstantNames.ToDictionary(name => name, name => Syntax.ConstantOf(name)!.Value);

    private static FunctionEntry Arithmetic(OperatorInfo info) => info.Operator switch
    {
        Operator.Abs => Exact("abs(x)", "the magnitude"),
        Operator.Sqrt => Nearest("sqrt(x)", "the square root"),
        Operator.Floor => Exact("floor(x)", "the largest whole number up to x"),
        Operator.Ceiling => Exact("ceil(x)", "the least whole number from x up"),
        Operator.Truncate => Exact("trunc(x)", "the whole number towards 0"),
        Operator.Round => Exact("round(x)", "the nearest whole number, of two the even one"),
        Operator.Min => Exact("min(x, y, ...)", "the minimum; NaN if one is"),
        Operator.Max => Exact("max(x, y, ...)", "the maximum; NaN if one is"),
        Operator.CopySign => Exact("copysign(x, y)", "the magnitude of x with the sign of y"),
        Operator.FusedMultiplyAdd => Nearest("fma(x, y, z)", "x*y + z, rounded once"),
        Operator.Select => Exact("where(c, x, y)", "x where the condition holds, else y"),
        _ => throw new InvalidOperationException($"The catalogue does not know {info.Name}."),
    };

    private static FunctionEntry Elementary(OperatorInfo info)
    {
        ElementaryFunction function = Table(info.Operator.ToString());
        return new(
            $"{info.Name}({string.Join(", ", function.Parameters)})", function.Results[0], "declared", function.ErrorBoundInUlp);
    }

    private static ElementaryFunction Table(string name) => FunctionTable.All.First(function => function.Name == name);

    private static FunctionEntry Exact(string form, string meaning) => new(form, meaning, "exact", null);

    private static FunctionEntry Nearest(string form, string meaning) => new(form, meaning, "nearest", HalfUlp);
}
