using Kernels;
using Kernels.Smoke;

double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
ulong[] hashes = [Hash(), RoundingMode.Upwards(Hash)];
Console.WriteLine($"{hashes[0]:x16}");
if (hashes[1] != hashes[0])
    Console.WriteLine($"{hashes[1]:x16} where the thread rounds upwards");
var (_, from, to, declaredExp, _) = GoldenHash.DeclaredExponentials[0];
double[] exponents = GoldenHash.Exponents(from, to), positive = GoldenHash.Positive();
var (bases, powers) = GoldenHash.Powers();
(string Name, ulong Expected, double[] Results)[] functions =
[
    ("exponential function", declaredExp, Run(exponents, Elementary.Exp)),
    ("correctly rounded exponential function", GoldenHash.Functions[0].Doubles, Run(t, CorrectlyRounded.Exp)),
    ("logarithm", GoldenHash.DeclaredLogarithms[0].Doubles, Run(positive, Elementary.Log)),
    ("cube root", GoldenHash.DeclaredRoots[0].Doubles, Run(GoldenHash.Radicands(), Elementary.Cbrt)),
    ("hypotenuse", GoldenHash.Hypot, RunOfTwo(t, GoldenHash.Partners(t), Elementary.Hypot)),
    ("power", GoldenHash.DeclaredPow, RunOfTwo(bases, powers, Elementary.Pow)),
    ("correctly rounded power", GoldenHash.Pow, RunOfTwo(bases, powers, CorrectlyRounded.Pow)),
];
bool isRight = GoldenHash.Of(RunText(GoldenHash.HeartText)) == GoldenHash.HeartOfText
    && GoldenHash.Of(RunText(GoldenHash.ChoiceText)[0]) == GoldenHash.Choice;
if (!isRight)
    Console.WriteLine("Functions made of texts have other bits.");
var wrong = functions.Where(function => GoldenHash.Of(function.Results) != function.Expected).ToList();
foreach (var (name, _, _) in wrong)
    Console.WriteLine($"The {name} has other bits.");
return hashes.All(hash => hash == GoldenHash.Heart) && wrong.Count == 0 && isRight ? 0 : 1;

static double[] Run(double[] arguments, Action<ReadOnlySpan<double>, Span<double>> function)
{
    var results = new double[arguments.Length];
    function(arguments, results);
    return results;
}

static double[] RunOfTwo(double[] x, double[] y, Action<ReadOnlySpan<double>, ReadOnlySpan<double>, Span<double>> function)
{
    var results = new double[x.Length];
    function(x, y, results);
    return results;
}

double[][] RunText(string text)
{
    var function = PureFunction.FromBytes(PureFunction.Parse(text, Rounding.Correct).ToBytes());
    double[][] results = [.. function.Outputs.Select(_ => new double[t.Length])];
    function.Evaluate([t], [.. results.Select(result => (Column)result)], new ParallelOptions());
    return results;
}

ulong Hash()
{
    Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());
    return GoldenHash.Of(x, y);
}
