using System.Globalization;
using System.Text;

namespace Kernels.Programs;

/// <summary>What to write instead of what a formula cannot contain.</summary>
internal static class Advice
{
    /// <summary>On a ',' that separates no arguments.</summary>
    public const string OnTuple = "Several results, with ',' between them, stand only at the end of the text";

    /// <summary>Functions of Python's math and of NumPy that have no kernel.</summary>
    private static readonly string[] Missing =
    [
        "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "arcsin", "arccos", "arctan", "arctan2",
        "arcsinh", "arccosh", "arctanh", "gamma", "lgamma", "erf", "erfc", "fmod", "remainder", "modf", "frexp", "ldexp", "degrees",
        "radians", "deg2rad", "rad2deg", "sinc", "factorial", "comb", "perm", "gcd", "lcm", "isqrt", "nextafter", "ulp", "logaddexp",
        "sinpi", "cospi", "tanpi", "divmod", "dist",
    ];

    /// <summary>Functions of other names.</summary>
    private static readonly Dictionary<string, string> Instead = new()
    {
        ["fabs"] = "abs(x)",
        ["absolute"] = "abs(x)",
        ["ln"] = "log(x)",
        ["power"] = "x**y",
        ["square"] = "x**2",
        ["reciprocal"] = "1/x",
        ["maximum"] = "max(x, y)",
        ["minimum"] = "min(x, y)",
        ["clip"] = "min(max(x, a), b)",
        ["clamp"] = "min(max(x, a), b)",
        ["sign"] = "where(x == 0, x, copysign(1, x))",
        ["rint"] = "round(x)",
        ["fix"] = "trunc(x)",
        ["ceiling"] = "ceil(x)",
        ["truncate"] = "trunc(x)",
        ["mod"] = "x - y*floor(x/y)",
        ["fmod"] = "x - y*trunc(x/y)",
        ["tan"] = "sin(x)/cos(x)",
        ["cot"] = "cos(x)/sin(x)",
        ["sec"] = "1/cos(x)",
        ["csc"] = "1/sin(x)",
        ["sinc"] = "where(x == 0, 1, sin(pi*x)/(pi*x))",
        ["sind"] = "sin(x*(pi/180))",
        ["cosd"] = "cos(x*(pi/180))",
        ["radians"] = "x*(pi/180)",
        ["deg2rad"] = "x*(pi/180)",
        ["degrees"] = "x*(180/pi)",
        ["rad2deg"] = "x*(180/pi)",
        ["isnan"] = "x != x",
        ["isinf"] = "abs(x) == inf",
        ["isfinite"] = "abs(x) < inf",
        ["sum"] = "a sum of elements elsewhere: a formula is about one",
        ["float"] = "x, which is a double already",
        ["int"] = "trunc(x)",
        ["bool"] = "x != 0",
    };

    /// <summary>Symbols and words.</summary>
    private static readonly Dictionary<string, string> OnSymbols = new()
    {
        ["%"] = "There is no '%': for x % y write x - y*floor(x/y)",
        ["//"] = "There is no '//': for x // y write floor(x/y)",
        ["&"] = "There is no '&': of conditions write a and b",
        ["|"] = "There is no '|': of conditions write a or b, for the magnitude abs(x)",
        ["~"] = "There is no '~': of a condition write not c",
        ["&&"] = "There is no '&&': write a and b",
        ["||"] = "There is no '||': write a or b",
        ["!"] = "There is no '!': write not c",
        ["<>"] = "There is no '<>': write a != b",
        ["^"] = "There is no '^': for a power write x**y",
        ["@"] = "There is no '@': matrices have no place in a formula",
        ["<<"] = "There is no '<<': for x << n write x*2**n",
        [">>"] = "There is no '>>': for x >> n write floor(x/2**n)",
        ["?"] = "There is no '?': for c ? a : b write a if c else b",
        ["["] = "There are no lists and no subscripts: a formula is about one element",
        ["]"] = "There are no lists and no subscripts: a formula is about one element",
        ["{"] = "There are no braces: write parentheses",
        ["}"] = "There are no braces: write parentheses",
        [":"] = "There is no ':': statements are name = expression",
        [":="] = "There is no ':=': write name = expression as a statement of its own",
        ["\\"] = "There is no '\\': what goes over several lines stands in parentheses",
        ["."] = "There are no attributes and methods: write a function of the value",
        ["->"] = "'->' stands only after the inputs, at the beginning of the text: (x, y) -> expression",
        ["=>"] = "There is no '=>': inputs are named as in (x, y) -> expression",
        ["="] = "'=' stands only after a name at the beginning of a statement: to compare, write '=='",
        ["if"] = "'if' stands between two expressions: a if c else b",
        ["lambda"] = "There is no 'lambda': name the inputs as in (x, y) -> expression",
        ["None"] = "There is no 'None': for what has no value write nan",
        ["return"] = "There is no 'return': the last expression is the result",
        ["def"] = "There is no 'def': name the inputs as in (x, y) -> expression",
        ["import"] = "There is no 'import': every function is there",
        ["from"] = "There is no 'import': every function is there",
        ["for"] = "There are no loops: a formula is about one element",
        ["while"] = "There are no loops: a formula is about one element",
        ["is"] = "There is no 'is': write a == b",
        ["in"] = "There is no 'in': write a <= x <= b, or a == x or b == x",
        ["elif"] = "There is no 'elif': write a if c else b if d else f",
    };

    /// <summary>The functions that there are.</summary>
    public static string Functions { get; } =
        string.Join(", ", Operators.All.Where(info => info.IsCall).Select(info => info.Name).Order(StringComparer.Ordinal));

    /// <summary>What there is to say of a symbol or a word of other languages, if anything.</summary>
    public static string? OnWord(string word) => OnSymbols.GetValueOrDefault(word) ?? (IsAugmented(word) ? OnAugmented("x", word) : null);

    /// <summary>What there is to say of a symbol that computes and assigns.</summary>
    public static string OnAugmented(string name, string symbol) => OnSymbols.GetValueOrDefault(symbol[..^1])
        ?? $"There is no '{symbol}': write {name} = {name} {symbol[..^1]} (…)";

    /// <summary>Whether a symbol computes and assigns.</summary>
    public static bool IsAugmented(string symbol) =>
        symbol.Length > 1 && symbol[^1] == '=' && "+-*/%&|^@".Contains(symbol[0], StringComparison.Ordinal);

    /// <summary>What there is to say of a character that begins no word.</summary>
    public static string OnCharacter(string text, int position)
    {
        string? instead = text[position] switch
        {
            '−' or '–' or '—' => "-",
            '×' or '·' or '∙' or '⋅' => "*",
            '÷' or '∕' => "/",
            '²' => "**2",
            '³' => "**3",
            '√' => "sqrt(x)",
            '∞' => "inf",
            '≤' => "<=",
            '≥' => ">=",
            '≠' => "!=",
            '→' => "->",
            '\u00A0' or '\u2009' or '\u202F' => "a space",
            _ => null,
        };
        if (text[position] is '"' or '\'')
            return "There are no strings in a formula";
        bool isWhole = Rune.TryGetRuneAt(text, position, out var rune);
        bool isShown = isWhole && !Rune.IsWhiteSpace(rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
        string what = isShown
            ? $"'{rune}'"
            : string.Create(CultureInfo.InvariantCulture, $"the character U+{(isWhole ? rune.Value : text[position]):X4}");
        return instead is null ? $"There is no place for {what} in a formula" : $"There is no place for {what}: write {instead}";
    }

    /// <summary>What there is to say of a function that is not there.</summary>
    public static string OnFunction(string name)
    {
        string? other = Instead.GetValueOrDefault(name);
        if (Missing.Contains(name))
            return $"There is no '{name}' yet{(other is null ? "" : $": write {other}")}; the functions are {Functions}";
        if (other is not null)
            return $"There is no '{name}': write {other}";
        string? nearest = Nearest(name, Operators.All.Where(info => info.IsCall).Select(info => info.Name));
        return nearest is null
            ? $"There is no function {Source.Quoted(name)}; the functions are {Functions}"
            : $"There is no function {Source.Quoted(name)}; the nearest is '{nearest}'";
    }

    /// <summary>What there is to say of a wrong number of arguments.</summary>
    public static string OnArguments(OperatorInfo info, int count)
    {
        bool isOfMany = info.Operator is Operator.Min or Operator.Max;
        string takes = isOfMany ? "two or more arguments" : info.Operands == 1 ? "1 argument" : $"{info.Operands} arguments";
        string? instead = (info.Operator, count) switch
        {
            (Operator.Round, 2) => "round(x*10**n)/10**n",
            (Operator.Log, 2) => "log(x)/log(b)",
            (Operator.Hypot, 3) => "hypot(hypot(x, y), z)",
            _ => null,
        };
        string message = string.Create(CultureInfo.InvariantCulture, $"'{info.Name}' takes {takes}, not {count}");
        return instead is null ? message : $"{message}: write {instead}";
    }

    /// <summary>What there is to say of a name with a point after it.</summary>
    public static string OnAttribute(string owner, string name)
    {
        string lower = name.ToLowerInvariant(), function = !IsKnown(name) && IsKnown(lower) ? lower : name;
        if (owner is not ("math" or "np" or "numpy" or "Math"))
            return OnSymbols["."];
        return IsKnown(function) ? $"Names have no '{owner}.' before them: write {function}" : OnFunction(name);

        static bool IsKnown(string name) => Operators.Find(name) is not null || Syntax.ConstantOf(name) is not null;
    }

    /// <summary>The name that a wrong one is most like, if one is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> names) => names
        .Select(other => (Name: other, Distance: Distance(name.ToUpperInvariant(), other.ToUpperInvariant()), Length: other.Length))
        .Where(other => other.Distance <= Math.Max(1, name.Length / 3) && other.Distance < Math.Max(name.Length, other.Length))
        .OrderBy(other => other.Distance).Select(other => other.Name).FirstOrDefault();

    /// <summary>Letters to put in, take out or replace; Levenshtein's, row by row.</summary>
    public static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
