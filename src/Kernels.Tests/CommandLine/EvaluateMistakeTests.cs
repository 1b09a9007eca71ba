namespace Kernels.Tests.CommandLine;

/// <summary>Every mistake gets its message, the same each time, and leaves no file.</summary>
public sealed class EvaluateMistakeTests : EvaluateFolder
{
    [Theory]
    [InlineData("t\n1\n\"\"\n", "x.csv, line 3, column 1: '' is empty: for a number that is missing write nan (t)")]
    [InlineData("t,u\n1,2\n,2\n", "x.csv, line 3, column 1: '' is empty: for a number that is missing write nan (t)")]
    [InlineData("u,t\n1,2\n1,abc\n", "x.csv, line 3, column 2: 'abc' is not a number (t)")]
    [InlineData("t\n1.5.2\n", "x.csv, line 2, column 1: '1.5.2' is not a number (t)")]
    [InlineData("t\n1_000\n", "x.csv, line 2, column 1: '1_000' is not a number (t)")]
    [InlineData("t\n0x10\n", "x.csv, line 2, column 1: '0x10' is not a number (t)")]
    [InlineData("t\nTrue\n", "x.csv, line 2, column 1: 'True' is not a number (t)")]
    [InlineData("t\nNA\n", "x.csv, line 2, column 1: 'NA' is not a number (t)")]
    [InlineData("t\n1e400\n", "x.csv, line 2, column 1: '1e400' is beyond the range of doubles (t)")]
    [InlineData("t\n\"1,5\"\n", "x.csv, line 2, column 1: '1,5' is not a number (t)")]
    [InlineData("t\n1,5\n", "x.csv, line 2, column 2: a row has 1 fields, this one has 2")]
    [InlineData("u,t\n1,2\n3\n", "x.csv, line 3, column 2: a row has 2 fields, this one has 1")]
    [InlineData("u,t\n\"a\nb\",2\nc,d\n", "x.csv, line 4, column 2: 'd' is not a number (t)")]
    [InlineData("u,t\n\"a\"b,2\n", "x.csv, line 2, column 1: after '\"a\"' a comma is missing, or the quote is not closed")]
    [InlineData("u,t\n\"a,2\n", "x.csv, line 2, column 1: after '\"' a comma is missing, or the quote is not closed")]
    [InlineData("t,u,t\n1,2,3\n", "x.csv, line 1, column 3: the name 't' is there twice, in column 1 too")]
    [InlineData("", "cannot read x.csv: it is empty: a CSV file begins with a line of names")]
    [InlineData("t\n\n1\n", "x.csv, line 2, column 1: the line is blank (t)")]
    public void Doubtful_cells_get_file_line_and_column(string content, string message)
    {
        Write("x.csv", content);
        CheckMessage(Evaluate("sin(t)", "--in", "x.csv", "--out", "y.npy"), 1, message);
        Assert.Equal(["x.csv"], Files());
    }

    [Theory]
    [InlineData("objects.npy", "cannot read {0}: it holds objects of Python, not numbers")]
    [InlineData("cube.npy", "cannot read {0}: its shape is (2, 3, 4); (rows,) and (rows, columns) are read")]
    [InlineData("complex.npy", "cannot read {0}: it is of type c16; f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1 are read")]
    [InlineData(
        "records.npy", "cannot read {0}: column 'label' is of type U3; f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1 are read", "label")]
    [InlineData(
        "records.npy", "cannot read {0}: column 'box' is of type records or arrays; f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1 are read",
        "box")]
    public void Arrays_of_something_else_are_refused(string file, string message, string name = "t") =>
        CheckMessage(
            Evaluate($"sin({name})", "--in", Data(file), "--out", "y.csv"),
            1,
            message.Replace("{0}", Data(file), StringComparison.Ordinal));

    [Fact]
    public void Arrays_that_are_cut_off_or_no_arrays_are_refused()
    {
        byte[] whole = File.ReadAllBytes(Data("f8.npy"));
        foreach (var (length, message) in ((int, string)[])
            [
                (whole.Length - 1, "it ends in row 97 of 97"), (200, "it ends in row 5 of 97"), (128, "it ends in row 1 of 97"),
                (100, "it ends within its description"), (9, "it ends within its description"),
                (3, "it is no .npy file: it does not begin as NumPy's files do"),
                (0, "it is no .npy file: it does not begin as NumPy's files do"),
            ])
        {
            File.WriteAllBytes(PathOf("x.npy"), whole[..length]);
            CheckMessage(Evaluate("t", "--in", "x.npy", "--columns", "t,w", "--out", "y.csv"), 1, $"cannot read x.npy: {message}");
        }

        foreach (var (place, message) in ((int, string)[])
            [
                (12, "its description lacks what NumPy writes: descr, fortran_order and shape"),
                (18, "its description cannot be read at character 9"),
            ])
        {
            whole[place] = (byte)'!';
            File.WriteAllBytes(PathOf("x.npy"), whole);
            CheckMessage(Evaluate("t", "--in", "x.npy", "--columns", "t,w", "--out", "y.csv"), 1, $"cannot read x.npy: {message}");
        }

        whole[6] = 9;
        File.WriteAllBytes(PathOf("x.npy"), whole);
        CheckMessage(Evaluate("t", "--in", "x.npy", "--out", "y.csv"), 1, "cannot read x.npy: its version is 9; 1 to 3 are read");
        Assert.Equal(["x.npy"], Files());
    }

    [Theory]
    [InlineData("the formula's 'omga' is no column of x.csv, and --set gives it no number; nearest is 'omega', there is 't', 'omega'",
        "omga*t")]
    [InlineData("the formula's 'x' is no column of x.csv, and --set gives it no number; there is 't', 'omega'", "x")]
    [InlineData("--set b: the formula has no such name; there is 't', 'a'", "t*a", "--set", "b=1")]
    [InlineData("--set b: the formula has no name that could be given a number", "1", "--set", "b=1")]
    [InlineData("--set a: it has been given a number already", "t*a", "--set", "a=1", "--set", "a=2")]
    [InlineData("--set must be a name, = and a number or a formula of constants, such as a=0.5, not 'a'", "t*a", "--set", "a")]
    [InlineData("--set must be a name, = and a number or a formula of constants, such as a=0.5, not 'a=t'", "t*a", "--set", "a=t")]
    [InlineData("--set must be a name, = and a number or a formula of constants, such as a=0.5, not '2=1'", "t*a", "--set", "2=1")]
    [InlineData("--rounding must be declared or correct, not 'exact'", "t", "--rounding", "exact")]
    [InlineData("--columns must be names, each another, with commas between, not 't,,x'", "t", "--columns", "t,,x")]
    [InlineData("--columns must be names, each another, with commas between, not 't,t'", "t", "--columns", "t,t")]
    [InlineData("--keep would write two columns 't': the result needs another name", "t = omega", "--keep", "--set", "omega=1")]
    public void Requests_that_make_no_sense_are_refused(string message, string formula, params string[] more)
    {
        Write("x.csv", "t,omega\n1,2\n");
        if (more is ["--keep", ..])
            (formula, more) = ("(t) -> t = t + 1", ["--keep"]);
        CheckMessage(Evaluate([formula, "--in", "x.csv", "--out", "y.csv", .. more]), 2, message);
        Assert.Equal(["x.csv"], Files());
    }

    [Fact]
    public void A_missing_number_of_pandas_is_refused_where_it_is_used()
    {
        CheckMessage(
            Evaluate("x + y", "--in", Data("pandas-empty.csv"), "--out", "z.csv"),
            1,
            $"{Data("pandas-empty.csv")}, line 2, column 1: '' is empty: for a number that is missing write nan (x)");
        CheckSuccess(Evaluate("2*y", "--in", Data("pandas-empty.csv"), "--out", "z.csv"));
    }

    [Fact]
    public void Files_and_their_names_are_checked_first()
    {
        Write("x.csv", "t\n1\n");
        Write("old.csv", "old");
        Directory.CreateDirectory(PathOf("folder.csv"));
        CheckMessage(Evaluate("t", "--in", "none.csv", "--out", "y.csv"), 1, "cannot read none.csv: it does not exist");
        CheckMessage(Evaluate("t", "--in", "folder.csv", "--out", "y.csv"), 1, "cannot read folder.csv: it is a folder");
        CheckMessage(Evaluate("t", "--in", "", "--out", "y.csv"), 2, "--in must name a file, not ''");
        CheckMessage(
            Evaluate("t", "--in", "x.csv", "--out", "y.txt"), 2, "--out must name a file that ends in .npy or .csv, or be -, not 'y.txt'");
        CheckMessage(
            Evaluate("t", "--in", "x.csv", "--out", "x.csv", "--overwrite"), 2, "--out must not name x.csv, which the input comes from");
        CheckMessage(Evaluate("t", "--in", "x.csv", "--out", "old.csv"), 2, "old.csv exists; --overwrite replaces it");
        CheckMessage(
            Evaluate("t", "--in", "x.csv", "--out", "none/y.csv"), 1, "cannot write none/y.csv: its folder does not exist");
        CheckMessage(Evaluate("t", "--in", "x.csv", "--out", "-", "--json"), 2, "--json and --out - cannot both have standard output");
        CheckMessage(
            Evaluate("a*b", "--in", Data("f8.npy"), "--out", "y.csv"),
            2,
            $"{Data("f8.npy")} has 2 columns without names: --columns names them, such as --columns t,x");
        CheckMessage(
            Evaluate("a*b", "--in", Data("f8.npy"), "--columns", "a,b,c", "--out", "y.csv"),
            2,
            $"--columns must name 2 columns for {Data("f8.npy")}, not 3");
        CheckMessage(
            Evaluate("a*b", "--in", Data("t.npy"), "--out", "y.csv"),
            2,
            $"{Data("t.npy")} has one column without a name, and the formula has 2: a, b");
        CheckMessage(
            Evaluate("τ", "--in", Data("unicode.npy"), "--columns", "a,b", "--out", "y.csv"),
            2,
            $"--columns is for files without names, and {Data("unicode.npy")} has names; there is 'τ', 'ω'");
        Assert.Equal(["folder.csv", "old.csv", "x.csv"], Files());
        Assert.Equal("old", Read("old.csv"));
    }

    [Fact]
    public void A_formula_is_shown_with_the_place()
    {
        Write("x.csv", "t\n1\n");
        var child = Evaluate("y = sin(t) +", "--in", "x.csv", "--out", "y.csv");
        Assert.Equal((2, ""), (child.ExitCode, child.Output));
        string[] lines = child.Error.Split('\n');
        Assert.StartsWith("kernels: formula: Line 1, column 13: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["y = sin(t) +", "            ^", ""], lines[1..]);
        Assert.Contains("'sinc'", Evaluate("sinc(t)", "--in", "x.csv", "--out", "y.csv").Error, StringComparison.Ordinal);
        Assert.Equal(["x.csv"], Files());
    }
}
