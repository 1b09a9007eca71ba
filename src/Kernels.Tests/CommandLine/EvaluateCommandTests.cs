using System.Globalization;
using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>A formula over the files of other programs gives the bits of single calls.</summary>
public sealed class EvaluateCommandTests : EvaluateFolder
{
    [Theory]
    [InlineData("pandas.csv")]
    [InlineData("pandas-quoted.csv")]
    [InlineData("pandas-bom.csv")]
    [InlineData("savetxt.csv")]
    [InlineData("savetxt-e.csv")]
    [InlineData("savetxt-bare.csv", "t,w")]
    [InlineData("f8.npy", "t,w")]
    [InlineData("f8-fortran.npy", "t,w")]
    [InlineData("f8-big.npy", "t,w")]
    [InlineData("version-1.npy", "t,w")]
    [InlineData("version-2.npy", "t,w")]
    [InlineData("version-3.npy", "t,w")]
    [InlineData("records.npy")]
    [InlineData("records-aligned.npy")]
    [InlineData("frame.npy")]
    [InlineData("f4.npy", "t,w", true)]
    [InlineData("f4-fortran-big.npy", "t,w", true)]
    public void Columns_of_pandas_and_NumPy_are_read_to_the_bit(string file, string? columns = null, bool isSingle = false)
    {
        string[] more = columns is null ? [] : ["--columns", columns];
        CheckSuccess(Evaluate([Damped, "--set", "a=0.5", "--in", Data(file), "--out", "y.npy", .. more]));
        var (t, w) = Numbers(isSingle);
        var (description, y) = ReadNpy("y.npy");
        Assert.Equal($"{{'descr': '<f8', 'fortran_order': False, 'shape': ({Rows},), }}", description);
        BitsAssert.Equal(DampedOf(t, w), y, file);
        Assert.Equal(["y.npy"], Files());
    }

    [Fact]
    public void Integers_and_names_of_any_letters_are_read()
    {
        CheckSuccess(Evaluate("n + 0.5*k", "--in", Data("i4.npy"), "--columns", "n,k", "--out", "sum.npy"));
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => 2.0 * i), ReadNpy("sum.npy").Numbers);
        CheckSuccess(Evaluate("n", "--in", Data("records.npy"), "--out", "n.npy"));
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => i - 48.0), ReadNpy("n.npy").Numbers);
        CheckSuccess(Evaluate("φ = τ*ω; ψ = τ*2", "--in", Data("unicode.npy"), "--out", "unicode.npy"));
        Assert.StartsWith("{'descr': [('φ', '<f8'), ('ψ', '<f8')], ", ReadNpy("unicode.npy").Description, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllBytes(PathOf("unicode.npy"))[6]);
    }

    [Fact]
    public void A_single_column_needs_no_name()
    {
        CheckSuccess(Evaluate("sin(angle)", "--in", Data("t.npy"), "--out", "y.npy"));
        BitsAssert.Equal([.. Numbers().T.Select(PureFunctionOf("sin(t)"))], ReadNpy("y.npy").Numbers, "sin");
        CheckSuccess(Evaluate("sin(t)", "--in", Data("t.npy"), "--columns", "t", "--out", "y.npy", "--overwrite"));
    }

    [Theory]
    [InlineData("pandas-special.csv")]
    [InlineData("savetxt-special.csv")]
    public void What_is_not_finite_is_read_as_it_is_written(string file)
    {
        CheckSuccess(Evaluate("x", "--in", Data(file), "--out", "x.npy"));
        double[] expected = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue];
        BitsAssert.Equal(expected, ReadNpy("x.npy").Numbers, file);

        // And so is what this program writes.
        CheckSuccess(Evaluate("z = x", "--in", Data(file), "--out", "x.csv", "--keep"));
        CheckSuccess(Evaluate("z", "--in", "x.csv", "--out", "z.npy"));
        BitsAssert.Equal(expected, ReadNpy("z.npy").Numbers, "z");
    }

    [Fact]
    public void An_array_without_rows_has_results_without_rows()
    {
        CheckSuccess(Evaluate("sin(x)", "--in", Data("none.npy"), "--out", "y.npy"));
        Assert.Empty(ReadNpy("y.npy").Numbers);
        CheckSuccess(Evaluate("sin(x)", "--in", Data("none.npy"), "--out", "y.csv"));
        Assert.Equal("y\n", Read("y.csv"));
    }

    [Fact]
    public void Csv_reads_back_to_the_same_bits()
    {
        var (t, w) = Numbers();
        CheckSuccess(Evaluate(Damped, "--set", "a=0.5", "--in", Data("f8.npy"), "--columns", "t,w", "--out", "y.csv", "--keep"));
        string[] lines = File.ReadAllLines(PathOf("y.csv"));
        Assert.Equal("t,w,y", lines[0]);
        double[][] rows =
        [
            .. lines.Skip(1).Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        double[][] expected = [t, w, DampedOf(t, w)];
        for (int column = 0; column < 3; column++)
            BitsAssert.Equal(expected[column], [.. rows.Select(row => row[column])], $"column {column}");
    }

    [Fact]
    public void Several_results_are_fields_and_floats_are_rounded_once()
    {
        const string Formula = "a = sin(t); b = w**2";
        var (t, w) = Numbers();
        CheckSuccess(Evaluate(Formula, "--in", Data("f8.npy"), "--columns", "t,w", "--out", "ab.npy", "--float"));
        var (description, numbers) = ReadNpy("ab.npy", isSingle: true);
        Assert.Equal($"{{'descr': [('a', '<f4'), ('b', '<f4')], 'fortran_order': False, 'shape': ({Rows},), }}", description);
        var (sin, square) = (PureFunctionOf("sin(t)"), PureFunctionOf("w**2"));
        Assert.Equal(t.Zip(w, (x, y) => (double[])[(float)sin(x), (float)square(y)]).SelectMany(pair => pair), numbers);

        CheckSuccess(Evaluate(Formula, "--in", Data("f8.npy"), "--columns", "t,w", "--out", "ab.csv", "--float"));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{(float)sin(t[1])},{(float)square(w[1])}"), Line("ab.csv", 3));
    }

    [Fact]
    public void With_rounding_correct_the_bits_are_those_of_exact_arithmetic()
    {
        CheckSuccess(Evaluate("exp(t)", "--rounding", "correct", "--in", Data("t.npy"), "--out", "y.npy"));
        double[] expected = new double[Rows];
        CorrectlyRounded.Exp(Numbers().T, expected);
        BitsAssert.Equal(expected, ReadNpy("y.npy").Numbers, "exp");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public void Any_number_of_rows_passes(int rows)
    {
        Write("x.csv", $"x\n{string.Concat(Enumerable.Range(0, rows).Select(i => $"{i}\n"))}");
        CheckSuccess(Evaluate("x**2", "--in", "x.csv", "--out", "y.npy"));
        var (description, y) = ReadNpy("y.npy");
        Assert.EndsWith($"'shape': ({rows},), }}", description, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, rows).Select(i => (double)i * i), y);

        // Back, from a file that says how many rows it has; a formula may be of constants alone.
        CheckSuccess(Evaluate("1, sqrt(y)", "--in", "y.npy", "--out", "z.csv"));
        Assert.Equal(rows + 1, File.ReadLines(PathOf("z.csv")).Count());
        CheckSuccess(Evaluate("c = 2*pi", "--in", "x.csv", "--out", "c.npy"));
        Assert.Equal(Enumerable.Repeat(2 * Math.PI, rows), ReadNpy("c.npy").Numbers);
    }

    [Theory]
    [InlineData("x\n1\n\n2\n\n", false)]
    [InlineData("x,y\n1,0\n\n2,0\n\n", true)]
    [InlineData("x,y\r\n1,0\r\n2,0", true)]
    [InlineData("y,x\n\"a\"\"b\n\n\",1\n\"\",\"2\"\n", true)]
    [InlineData("y,x\nsize 5\",1\n, 2 \n", true)]
    [InlineData("\n\n x , y \n1,\n+2.0e0,\n", true)]
    public void Blank_lines_quotes_and_ends_are_those_of_csv(string content, bool isRead)
    {
        Write("x.csv", content);
        var child = Evaluate("x", "--in", "x.csv", "--out", "y.csv");
        if (isRead)
        {
            CheckSuccess(child);
            Assert.Equal(["x.csv", "y.csv"], Files());
            Assert.Equal("1\n2\n", Read("y.csv")[(Read("y.csv").IndexOf('\n') + 1)..]);
        }
        else
        {
            CheckMessage(child, 1, "x.csv, line 3, column 1: the line is blank (x)");
        }
    }

    [Fact]
    public void Standard_streams_are_read_and_written()
    {
        if (!IsPosix)
            Assert.Skip("There is no bash.");
        Write("x.csv", "x\n1\n2\n");
        var child = Shell("""
            cat x.csv | dotnet "$kernels" evaluate "y = 2*x" --in - --out -
            dotnet "$kernels" evaluate "y = 3*x" --in - --out - <x.csv >y.csv; cat y.csv
            (echo 1; echo x) | dotnet "$kernels" evaluate x --in - --columns x --out t.csv 2>&1
            """);
        Assert.Equal("y\n2\n4\ny\n3\n6\nkernels: -, line 2, column 1: 'x' is not a number (x)\n", child.Output);
    }

    [Fact]
    public void Names_of_the_users_own_take_the_place_of_a_line_of_names()
    {
        Write("x.csv", "time (s),amp (V)\n1,10\n2,20\n");
        CheckSuccess(Evaluate("y = t + a", "--in", "x.csv", "--columns", "t,a", "--out", "y.csv"));
        Assert.Equal("11", Line("y.csv", 2));
        Assert.Equal("22", Line("y.csv", 3));
    }

    // Of these two the runtime's shortest text is another number.
    [Fact]
    public void Csv_of_any_power_of_two_reads_back_to_the_same_bits()
    {
        int[] exponents = [.. Enumerable.Range(-1074, 2098)];
        Write("x.csv", $"n\n{string.Join('\n', exponents)}\n");
        CheckSuccess(Evaluate("exp2(n), -exp2(n)", "--in", "x.csv", "--out", "y.csv"));
        string[] lines = File.ReadAllLines(PathOf("y.csv"));
        foreach (var (row, exponent) in exponents.Index())
        {
            double[] values = [.. lines[row + 1].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.Equal([Math.ScaleB(1, exponent), -Math.ScaleB(1, exponent)], values);
        }
    }

    [Fact]
    public void Json_says_what_was_done()
    {
        var child = Evaluate("y = x; z = -x", "--in", Data("pandas-special.csv"), "--out", "y.csv", "--json");
        CheckSuccess(child);
        using var document = JsonDocument.Parse(child.Output);
        Assert.Equal(6, document.RootElement.GetProperty("rows").GetInt64());
        Assert.Equal(["y", "z"], document.RootElement.GetProperty("results").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal("y.csv", document.RootElement.GetProperty("out").GetProperty("file").GetString());
    }

    private string Line(string file, int line) => File.ReadAllLines(PathOf(file))[line - 1];

    private static Func<double, double> PureFunctionOf(string formula)
    {
        var function = PureFunction.Parse(formula);
        return x => function.Invoke(x);
    }
}
