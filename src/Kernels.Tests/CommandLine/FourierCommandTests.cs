using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>Curves of sines and cosines on the command line: from a file of coefficients, or fitted to an outline.</summary>
public sealed class FourierCommandTests : IDisposable
{
    private const string HeartFile = "harmonic,cosX,sinX,cosY,sinY\n4,0,0,-1,0\n1, 0, 12, 13, 0\n\n2,0,0,-5,0\n3,0,-4,-2,0\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Coefficients_of_a_file_make_the_curve()
    {
        Write("heart.csv", HeartFile);
        var child = Run(
            "curve", "fourier", "--coefficients", "heart.csv", "--points", "1000", "--from", "-2", "--to", "5", "--out", "a.npy", "--json");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        using var report = JsonDocument.Parse(child.Output);
        Assert.Equal("Fourier curve, 4 harmonics", report.RootElement.GetProperty("curve").GetString());
        Assert.InRange(report.RootElement.GetProperty("deviation").GetProperty("shareOfBound").GetDouble(), 0.001, 1);
        Assert.Equal(["a.npy", "fourier.png", "heart.csv"], Files());

        var curve = new FourierCurve([], [0, 12, 0, -4], [0, 13, -5, -2, -1], []);
        double[][] rows = Rows("a.npy");
        double[] t = [.. rows.Select(row => row[0])], x = new double[1000], y = new double[1000];
        Assert.Equal((1000, -2, 5), (t.Length, t[0], t[^1]));
        Curve.Evaluate(curve, t, x, y);
        BitsAssert.Equal(x, [.. rows.Select(row => row[1])], "x");
        BitsAssert.Equal(y, [.. rows.Select(row => row[2])], "y");
    }

    [Fact]
    public void The_share_of_the_bound_does_not_depend_on_the_curves_size()
    {
        double share = ShareOfBound(1);
        Assert.All([-900, -64, 64, 900], exponent => Assert.Equal(share, ShareOfBound(Math.ScaleB(1, exponent))));
    }

    [Theory]
    [InlineData(5e-324)]
    [InlineData(1e-320)]
    [InlineData(1e-310)]
    [InlineData(1e-300)]
    [InlineData(1e297)]
    public void Curves_of_any_size_have_a_share_of_the_bound(double size) => Assert.InRange(ShareOfBound(size), 0.01, 1);

    [Theory]
    [InlineData(7, 3)]
    [InlineData(8, 4)]
    [InlineData(50, 25)]
    public void All_harmonics_of_an_outline_go_through_its_points(int points, int harmonics)
    {
        var random = new Random(points);
        double[][] outline = [.. Enumerable.Range(0, points).Select(_ => new[] { random.NextDouble() * 10, random.NextDouble() - 5 })];
        WriteOutline(outline);
        var child = Run(
            "curve", "fourier", "--outline", "outline.csv", "--harmonics", $"{harmonics}", "--points", $"{points + 1}", "--out", "a.npy");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        double[][] rows = Rows("a.npy");
        for (int i = 0; i <= points; i++)
        {
            Assert.Equal(outline[i % points][0], rows[i][1], 1e-12);
            Assert.Equal(outline[i % points][1], rows[i][2], 1e-12);
        }
    }

    [Fact]
    public void A_few_harmonics_are_those_of_the_outline()
    {
        WriteOutline([.. Enumerable.Range(0, 40).Select(i => 2 * Math.PI * i / 40).Select(t => new[]
        {
            1 + (3 * Math.Cos(t)) - Math.Sin(2 * t) + (0.5 * Math.Cos(9 * t)), (2 * Math.Sin(t)) + Math.Cos(7 * t),
        })]);
        var child = Run(
            "curve", "fourier", "--outline", "outline.csv", "--harmonics", "2", "--points", "101", "--out", "a.npy", "--plot", "a.svg");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        Assert.Contains("2 harmonics", child.Output, StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder, "a.svg")), StringComparison.Ordinal);
        foreach (double[] row in Rows("a.npy"))
        {
            Assert.Equal(1 + (3 * Math.Cos(row[0])) - Math.Sin(2 * row[0]), row[1], 1e-12);
            Assert.Equal(2 * Math.Sin(row[0]), row[2], 1e-12);
        }
    }

    [Theory]
    [InlineData(1, "a.csv, line 3, column 2: 'abc'", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1,1,1,1\n2,abc,1,1,1\n")]
    [InlineData(1, "a.csv, line 2, column 5: 'nan'", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1,1,1,nan\n")]
    [InlineData(1, "a.csv, line 2, column 3: ''", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1,,1,1\n")]
    [InlineData(1, "a.csv, line 2, column 6:", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1,1,1,1,1\n")]
    [InlineData(1, "a.csv, line 4, column 5:", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1,1,1,1\n\n2,1,1,1\n")]
    [InlineData(1, "a.csv, line 2, column 1:", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n-1,1,1,1,1\n")]
    [InlineData(1, "a.csv, line 2, column 1:", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1.5,1,1,1,1\n")]
    [InlineData(
        1,
        "a.csv, line 3, column 1: harmonic 7 has been given in line 2",
        "--coefficients",
        "harmonic,cosX,sinX,cosY,sinY\n7,1,1,1,1\n7,1,1,1,1\n")]
    [InlineData(1, "a.csv, line 1, column 2: the header", "--coefficients", "harmonic,cos,sin\n")]
    [InlineData(1, "a.csv, line 1, column 1: the header", "--coefficients", "")]
    [InlineData(1, "a.csv: its numbers are too large", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n1,1e300,1e300,1,1\n")]
    [InlineData(1, "a.csv: its numbers are too large", "--outline", "x,y\n1.7e308,1\n-1.7e308,2\n1.7e308,3\n")]
    [InlineData(1, "a.csv: it has no coefficients", "--coefficients", "harmonic,cosX,sinX,cosY,sinY\n")]
    [InlineData(
        1,
        "a.csv, line 2, column 1: '\uFFFD[31m\uFFFD\uFFFD'",
        "--coefficients",
        "harmonic,cosX,sinX,cosY,sinY\n\u001b[31m\u0007\u0000,1,1,1,1\n")]
    [InlineData(1, "a.csv, line 3, column 2: '\"quoted\"'", "--outline", "x,y\n1,1\n1,\"quoted\"\n")]
    [InlineData(1, "at least 3", "--outline", "x,y\n1,1\n1,2\n")]
    [InlineData(2, "at most 1", "--outline", "x,y\n1,1\n1,2\n3,4\n", "--harmonics", "2")]
    [InlineData(2, "harmonics", "--coefficients", HeartFile, "--harmonics", "2")]
    [InlineData(2, "both", "--coefficients", HeartFile, "--outline", "a.csv")]
    public void Malformed_files_get_one_line_with_the_place(int exitCode, string named, string option, string content, params string[] more)
    {
        Write("a.csv", content);
        CheckMistake(Run(["curve", "fourier", option, "a.csv", "--points", "10", .. more]), exitCode, named);
        Assert.Equal(["a.csv"], Files());
    }

    [Fact]
    public void Missing_files_and_options_get_one_line()
    {
        CheckMistake(Run("curve", "fourier"), 2, "--coefficients");
        CheckMistake(Run("curve", "fourier", "--coefficients", "nowhere.csv"), 1, "nowhere.csv");
        CheckMistake(Run("curve", "fourier", "--outline", "."), 1, "folder");
        CheckMistake(Run("curve", "fourier", "--outline", ""), 2, "--outline must name a file");
        CheckMistake(Run("curve", "fourier", "--coefficients", " "), 2, "--coefficients must name a file");
        CheckMistake(Run("curve", "--points", "3", "fourier"), 2, "fourier");
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("x,y\n", ",1\n", "line 2, column 1:")]
    [InlineData("", ",y\n", "line 1, column 1:")]
    public void A_message_quotes_a_little_of_a_long_field(string before, string after, string place)
    {
        Write("a.csv", before + new string('z', 100_000) + after);
        var child = Run("curve", "fourier", "--outline", "a.csv");
        CheckMistake(child, 1, place);
        Assert.Contains("zzz…'", child.Error, StringComparison.Ordinal);
        Assert.InRange(child.Error.Length, 50, 200);
    }

    [Fact]
    public void The_curves_own_file_is_not_replaced()
    {
        Write("heart.csv", HeartFile);
        CheckMistake(Run("curve", "fourier", "--coefficients", "heart.csv", "--points", "10", "--out", "./heart.csv"), 2, "heart.csv");
        Assert.Equal(HeartFile, File.ReadAllText(Path.Combine(_folder, "heart.csv")));
    }

    [Fact]
    public void Long_names_and_links_are_written_as_they_are()
    {
        Write("heart.csv", HeartFile);
        string name = new string('n', 250) + ".npy";
        Assert.Equal(0, Run("curve", "fourier", "--coefficients", "heart.csv", "--points", "10", "--out", name).ExitCode);
        Assert.Contains(name, Files());

        Write("target.csv", "old");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), "target.csv");
        var child = Run("curve", "fourier", "--coefficients", "heart.csv", "--points", "10", "--out", "link.csv", "--overwrite");
        Assert.Equal(0, child.ExitCode);
        Assert.NotNull(new FileInfo(Path.Combine(_folder, "link.csv")).LinkTarget);
        Assert.StartsWith("t,x,y", File.ReadAllText(Path.Combine(_folder, "target.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_send_nothing_to_the_terminal_but_text()
    {
        Write("heart.csv", HeartFile);
        var child = Run("curve", "fourier", "--coefficients", "heart.csv", "--points", "10", "--out", "a\u001b[31m\u202e/x.npy");
        CheckMistake(child, 1, "a\uFFFD[31m\uFFFD/x.npy");
    }

    [Fact]
    public void Without_a_picture_there_is_no_file_either()
    {
        Write("heart.csv", HeartFile);
        var child = Run("curve", "fourier", "--coefficients", "heart.csv", "--points", "10", "--out", "a.npy", "--plot", "nowhere/a.png");
        CheckMistake(child, 1, "nowhere/a.png");
        Assert.Equal(["heart.csv"], Files());
    }

    // Of the heart, so many times as large.
    private double ShareOfBound(double size)
    {
        double[][] rows = [[1, 0, 12, 13, 0], [2, 0, 0, -5, 0], [3, 0, -4, -2, 0], [4, 0, 0, -1, 0]];
        var lines = rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row[0]},{row[1] * size:R},{row[2] * size:R},{row[3] * size:R},{row[4] * size:R}"));
        Write("sized.csv", $"harmonic,cosX,sinX,cosY,sinY\n{string.Join('\n', lines)}\n");
        var child = Run("curve", "fourier", "--coefficients", "sized.csv", "--points", "100000", "--plot", "a.svg", "--json");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        File.Delete(Path.Combine(_folder, "a.svg"));
        using var report = JsonDocument.Parse(child.Output);
        return report.RootElement.GetProperty("deviation").GetProperty("shareOfBound").GetDouble();
    }

    private static void CheckMistake(Child child, int exitCode, string named)
    {
        Assert.Equal(exitCode, child.ExitCode);
        Assert.Equal("", child.Output);
        string line = Assert.Single(child.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("kernels: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    private Child Run(params string[] arguments) => Child.Run(Child.Program("src", "Kernels.Cli"), arguments, folder: _folder);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);

    private void WriteOutline(double[][] points)
    {
        var lines = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point[0]:R},{point[1]:R}\n"));
        Write("outline.csv", $"x,y\n{string.Concat(lines)}");
    }

    private string[] Files() => [.. Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order()];

    // t, x and y of each point.
    private double[][] Rows(string file)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, file));
        int header = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        double Number(int row, int column) => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(header + (24 * row) + (8 * column)));
        return [.. Enumerable.Range(0, (bytes.Length - header) / 24).Select(i => (double[])[Number(i, 0), Number(i, 1), Number(i, 2)])];
    }
}
