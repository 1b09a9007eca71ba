using System.Globalization;
using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>The command line writes the parameters that were asked for, and evaluates at those that it writes.</summary>
public sealed class GridCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("0", "1", 50, "a.png")]
    [InlineData("0", "6.283185307179586", 101)]
    [InlineData("-1e16", "1", 2)]
    [InlineData("-1e308", "1e-5", 5)]
    [InlineData("0", "1.7976931348623157e308", 8)]
    [InlineData("-1.7976931348623157e308", "1.7976931348623157e308", 2)]
    [InlineData("-1.7976931348623157e308", "1.7976931348623157e308", 1000)]
    [InlineData("0", "5e-324", 7)]
    [InlineData("1", "1.0000000000000002", 9)]
    [InlineData("3", "3", 4, "a.png")]
    [InlineData("-7", "5", 1, "a.png")]
    [InlineData("-900", "1.5", 1_100_001, "a.png")]
    public void Parameters_go_from_the_first_to_the_last(string from, string to, int points, string picture = "none")
    {
        var child = Run("--from", from, "--to", to, "--points", $"{points}", "--out", "a.csv", "--plot", picture, "--json");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        double[][] columns = Columns("a.csv");
        double[] t = columns[0], x = new double[points], y = new double[points];
        Assert.Equal(points, t.Length);
        Assert.Equal(Parse(from), t[0]);
        if (points > 1)
            Assert.Equal(Parse(to), t[^1]);
        Assert.Equal(t.Order(), t);
        Curve.Evaluate(new HeartCurve(), t, x, y);
        BitsAssert.Equal(x, columns[1], "x");
        BitsAssert.Equal(y, columns[2], "y");
        var sample = JsonDocument.Parse(child.Output).RootElement.GetProperty("deviation");
        Assert.Equal(Math.Min(points, 2000), sample.GetProperty("samples").GetInt32());
        Assert.InRange(sample.GetProperty("xUlp").GetDouble(), 0, HeartCurve.ErrorBoundOfXInUlp);
    }

    private double[][] Columns(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(_folder, file));
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(Parse).ToArray())];
        return [.. Enumerable.Range(0, 3).Select(column => rows.Select(row => row[column]).ToArray())];
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private Child Run(params string[] arguments) => Child.Run(Child.Program("src", "Kernels.Cli"), arguments, folder: _folder);
}
