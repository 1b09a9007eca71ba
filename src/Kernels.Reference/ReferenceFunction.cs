namespace Kernels.Reference;

/// <summary>An elementary function as tests and measurements need it, to be found by its name.</summary>
public sealed class ReferenceFunction
{
    private readonly Func<double, double, int, Fixed> _exact;
    private readonly Func<double, double, double> _nearest;
    private readonly Func<float, float, float> _nearestSingle;
    private readonly Func<double, (DoubleDouble Value, int Scale)>? _near;
    private readonly Func<double, double, bool>? _domain;
    private readonly Lazy<IReadOnlyList<(double X, double Y)>> _hardCases;
    private readonly Lazy<IReadOnlyList<(float X, float Y)>> _hardSingles;

    private ReferenceFunction(
        string name,
        string nameInC,
        Func<double, int, Fixed> exact,
        Func<double, double> nearest,
        Func<float, float> nearestSingle,
        Func<double, (DoubleDouble Value, int Scale)> near,
        Func<IEnumerable<double>> hardCases,
        Func<IEnumerable<float>> hardSingles,
        double pole = double.NegativeInfinity)
        : this(
            name, nameInC, 1, (x, _, bits) => exact(x, bits), (x, _) => nearest(x), (x, _) => nearestSingle(x),
            () => hardCases().Select(x => (x, 0.0)), () => hardSingles().Select(x => (x, 0f)), (x, _) => x > pole) => _near = near;

    private ReferenceFunction(
        string name,
        string nameInC,
        int inputs,
        Func<double, double, int, Fixed> exact,
        Func<double, double, double> nearest,
        Func<float, float, float> nearestSingle,
        Func<IEnumerable<(double X, double Y)>> hardCases,
        Func<IEnumerable<(float X, float Y)>> hardSingles,
        Func<double, double, bool>? domain = null)
    {
        (Name, NameInC, Inputs) = (name, nameInC, inputs);
        (_exact, _nearest, _nearestSingle, _domain) = (exact, nearest, nearestSingle, domain);
        _hardCases = new(() => [.. hardCases()]);
        _hardSingles = new(() => [.. hardSingles()]);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferenceFunction> All { get; } =
    [
        new(
            "Sin", "sin", (x, bits) => Reference.Exact.SinCos(x, bits).Sin,
            Reference.Nearest.Sin, Reference.Nearest.Sin, Reference.Nearest.NearSin,
            () => Reference.HardCases.OfSineAndCosine(Reference.HardCases.Sine), () => Reference.HardCases.SinglesOfSineAndCosine),
        new(
            "Cos", "cos", (x, bits) => Reference.Exact.SinCos(x, bits).Cos,
            Reference.Nearest.Cos, Reference.Nearest.Cos, Reference.Nearest.NearCos,
            () => Reference.HardCases.OfSineAndCosine(Reference.HardCases.Cosine), () => Reference.HardCases.SinglesOfSineAndCosine),
        new(
            "Exp", "exp", Reference.Exact.Exp, Reference.Nearest.Exp, Reference.Nearest.Exp, Reference.Nearest.NearExp,
            () => Reference.HardCases.Exp, () => Reference.HardCases.SingleExponents),
        new(
            "Exp2", "exp2", Reference.Exact.Exp2, Reference.Nearest.Exp2, Reference.Nearest.Exp2, Reference.Nearest.NearExp2,
            () => Reference.HardCases.Exp2, () => Reference.HardCases.SingleExponents),
        new(
            "Exp10", "exp10", Reference.Exact.Exp10, Reference.Nearest.Exp10, Reference.Nearest.Exp10, Reference.Nearest.NearExp10,
            () => Reference.HardCases.Exp10, () => Reference.HardCases.SingleExponents),
        new(
            "ExpM1", "expm1", Reference.Exact.ExpM1, Reference.Nearest.ExpM1, Reference.Nearest.ExpM1, Reference.Nearest.NearExpM1,
            () => Reference.HardCases.ExpM1, () => Reference.HardCases.SingleExponents),
        new(
            "Log", "log", Reference.Exact.Log, Reference.Nearest.Log, Reference.Nearest.Log, Reference.Nearest.NearLog,
            () => Reference.HardCases.Log, () => Reference.HardCases.SingleLogarithms, pole: 0),
        new(
            "Log2", "log2", Reference.Exact.Log2, Reference.Nearest.Log2, Reference.Nearest.Log2, Reference.Nearest.NearLog2,
            () => Reference.HardCases.Log2, () => Reference.HardCases.SingleLogarithms, pole: 0),
        new(
            "Log10", "log10", Reference.Exact.Log10, Reference.Nearest.Log10, Reference.Nearest.Log10, Reference.Nearest.NearLog10,
            () => Reference.HardCases.Log10, () => Reference.HardCases.SingleLogarithms, pole: 0),
        new(
            "LogP1", "log1p", Reference.Exact.LogP1, Reference.Nearest.LogP1, Reference.Nearest.LogP1, Reference.Nearest.NearLogP1,
            () => Reference.HardCases.LogP1, () => Reference.HardCases.SingleLogP1, pole: -1),
        new(
            "Cbrt", "cbrt", Reference.Exact.Cbrt, Reference.Nearest.Cbrt, Reference.Nearest.Cbrt, Reference.Nearest.NearCbrt,
            () => Reference.HardCases.Cbrt, () => Reference.HardCases.SingleCubes),
        new(
            "Hypot", "hypot", 2, Reference.Exact.Hypot, Reference.Nearest.Hypot, Reference.Nearest.Hypot,
            () => Reference.HardCases.Hypot, () => Reference.HardCases.SingleHypotenuses),
        new(
            "Pow", "pow", 2, Reference.Exact.Pow, Reference.Nearest.Pow, Reference.Nearest.Pow,
            () => Reference.HardCases.Pow, () => Reference.HardCases.SinglePowers,
            (x, y) => y == 0 || x > 0 || (x == 0 ? y > 0 : double.IsInteger(y))),
    ];

    /// <summary>The name of the library's method.</summary>
    public string Name { get; }

    /// <summary>The name in C, without the f of floats; MPFR's, and that of files with hard cases.</summary>
    public string NameInC { get; }

    /// <summary>How many arguments it has. Where it is one, y is nothing.</summary>
    public int Inputs { get; }

    /// <summary>
    /// Arguments that are near to the middle between two doubles, on which others have been seen to fail, and those beside thresholds; with
    /// both signs where the function is odd or even.
    /// </summary>
    public IReadOnlyList<(double X, double Y)> HardCases => _hardCases.Value;

    /// <summary>The same of floats.</summary>
    public IReadOnlyList<(float X, float Y)> HardSingles => _hardSingles.Value;

    /// <summary>The function of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static ReferenceFunction Of(string name) =>
        All.FirstOrDefault(function => function.Name == name) ?? throw new KeyNotFoundException($"There is no reference for {name}.");

    /// <summary>Whether arguments are finite and the value is a finite number, if maybe beyond all doubles; what else has none.</summary>
    public bool HasValue(double x, double y = 0) => double.IsFinite(x) && double.IsFinite(y) && _domain?.Invoke(x, y) != false;

    /// <summary>The value of finite arguments, where there is one, to at least so many significant bits.</summary>
    public Fixed Exact(double x, double y = 0, int significantBits = 128) => _exact(x, y, significantBits);

    /// <summary>The double nearest to the value; of arguments that are not finite, too.</summary>
    public double Nearest(double x, double y = 0) => _nearest(x, y);

    /// <summary>The float nearest to the value; of arguments that are not finite, too.</summary>
    public float Nearest(float x, float y = 0) => _nearestSingle(x, y);

    /// <summary>The error of a computed value of finite arguments: see <see cref="Fixed.ErrorInUlp(double)"/>.</summary>
    public double ErrorInUlp(double computed, double x, double y = 0) => Exact(x, y).ErrorInUlp(computed);

    /// <summary>The error of a computed float likewise.</summary>
    public double ErrorInUlp(float computed, float x, float y = 0) => Exact(x, y).ErrorInUlp(computed);

    /// <summary>
    /// The same to within 2⁻¹⁸, for exponential functions 2⁻²², in a fortieth of the time, where the function has double-double arithmetic
    /// and the nearest number is finite.
    /// </summary>
    public double QuickErrorInUlp(double computed, double x, double y = 0) =>
        _near is null || x == 0 || !double.IsFinite(computed) || _near(x) is not ({ High: not 0 } value, var scale)
            ? ErrorInUlp(computed, x, y)
            : value.ErrorInUlp(computed, scale, 52, -1074);

    /// <summary>That of a float likewise.</summary>
    public double QuickErrorInUlp(float computed, float x, float y = 0) =>
        _near is null || x == 0 || !float.IsFinite(computed) || _near(x) is not ({ High: not 0 } value, var scale)
            ? ErrorInUlp(computed, x, y)
            : value.ErrorInUlp(computed, scale, 23, -149);

    /// <summary>The value by MPFR, rounded to so many bits; of finite arguments.</summary>
    /// <exception cref="DllNotFoundException">MPFR is not installed: see <see cref="Mpfr.IsAvailable"/>.</exception>
    public Fixed ByMpfr(double x, double y, int bits) =>
        Inputs == 1 ? Mpfr.Evaluate(NameInC, x, bits) : Mpfr.Evaluate(NameInC, x, y, bits);

    /// <summary>
    /// The hard cases in the file NAME-hard.txt of a folder, such as expm1-hard.txt, or of NAMEf-hard.txt for floats: the arguments of one
    /// case a line, hexadecimal, with white space or a comma between two. None where there is no such file.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is something else.</exception>
    public IEnumerable<(double X, double Y)> Published(string folder, bool ofSingles = false)
    {
        string file = Path.Combine(folder, $"{NameInC}{(ofSingles ? "f" : "")}-hard.txt");
        return File.Exists(file) ? File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse) : [];

        (double X, double Y) Parse(string line)
        {
            string[] parts = line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            try
            {
                if (parts.Length == Inputs)
                    return (Reference.HardCases.Hex(parts[0]), Inputs == 1 ? 0 : Reference.HardCases.Hex(parts[1]));
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
            {
                // Said below.
            }

            throw new InvalidDataException($"{file}: '{line}' is not {Inputs} hexadecimal floating-point number(s)");
        }
    }
}
