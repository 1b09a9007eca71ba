using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kernels.Cli;
using Kernels.Functions;

namespace Kernels.Tests.CommandLine;

/// <summary>The command line from outside, as a process.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_arguments_but_the_size_it_evaluates_measures_and_draws()
    {
        var child = Run("--points", "200000");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        Assert.Contains($"{Width.Bits}", child.Output, StringComparison.Ordinal);
        Assert.Contains("heart.png", child.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', child.Output);
        byte[] picture = File.ReadAllBytes(Path.Combine(_folder, "heart.png"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.Equal(["heart.png"], Files());
    }

    [Fact]
    public void Json_has_every_figure_and_the_deviation_is_within_the_bounds()
    {
        var child = Run(
            "curve", "--points", "100000", "--from", "-3", "--to", "3", "--threads", "2", "--json", "--plot", "a.svg", "--out", "a.csv");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        using var document = JsonDocument.Parse(child.Output);
        var root = document.RootElement;
        Assert.Equal(100_000, root.GetProperty("points").GetInt64());
        Assert.Equal(Width.Bits, root.GetProperty("vectorBits").GetInt32());
        Assert.Equal(Math.Min(2, Environment.ProcessorCount), root.GetProperty("threads").GetInt32());
        var deviation = root.GetProperty("deviation");
        Assert.InRange(deviation.GetProperty("xUlp").GetDouble(), 0.01, HeartCurve.ErrorBoundOfXInUlp);
        Assert.InRange(deviation.GetProperty("yUlpOf17").GetDouble(), 0.01, HeartCurve.ErrorBoundOfYInUlpOf17);
        Assert.True(deviation.GetProperty("samples").GetInt32() >= 1000);
        var both = deviation.GetProperty("sineCosine");
        Assert.InRange(both.GetProperty("elementaryUlp").GetDouble(), 0.49, SineCosine.ErrorBoundInUlp);
        Assert.Equal(deviation.GetProperty("samples").GetInt32(), both.GetProperty("nearest").GetInt32());
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder, "a.svg")), StringComparison.Ordinal);
        Assert.Equal(["a.csv", "a.svg"], Files());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_100_001)]
    public void Npy_holds_the_bits_of_the_library(int points)
    {
        var child = Run("--points", $"{points}", "--from", "-1.5", "--to", "900", "--out", "a.npy", "--plot", "a.png");
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        byte[] file = File.ReadAllBytes(Path.Combine(_folder, "a.npy"));
        int header = 10 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        Assert.Equal(0, header % 64);
        Assert.Equal("\u0093NUMPY\u0001\0", Encoding.Latin1.GetString(file, 0, 8));
        string description = Encoding.ASCII.GetString(file, 10, header - 10);
        Assert.Equal($"{{'descr': '<f8', 'fortran_order': False, 'shape': ({points}, 3), }}", description.TrimEnd());
        Assert.EndsWith("\n", description, StringComparison.Ordinal);
        Assert.Equal(header + (24L * points), file.Length);

        double[][] expected = Expected(points, -1.5, 900), actual = [new double[points], new double[points], new double[points]];
        for (int i = 0; i < 3 * points; i++)
            actual[i % 3][i / 3] = BinaryPrimitives.ReadDoubleLittleEndian(file.AsSpan(header + (8 * i)));
        for (int column = 0; column < 3; column++)
            BitsAssert.Equal(expected[column], actual[column], $"column {column}");
    }

    [Fact]
    public void Csv_reads_back_to_the_same_bits()
    {
        Assert.Equal(0, Run("--points", "70001", "--out", "a.csv", "--plot", "a.png").ExitCode);
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "a.csv"));
        Assert.Equal("t,x,y", lines[0]);
        double[][] expected = Expected(70_001, 0, 2 * Math.PI);
        double[][] rows =
        [
            .. lines.Skip(1).Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        for (int column = 0; column < 3; column++)
            BitsAssert.Equal(expected[column], [.. rows.Select(row => row[column])], $"column {column}");
    }

    [Theory]
    [InlineData(2, "points", "--points", "-5")]
    [InlineData(2, "points", "--points", "0")]
    [InlineData(2, "points", "--points", "many")]
    [InlineData(2, "from", "--from", "nan")]
    [InlineData(2, "to", "--to", "infinity")]
    [InlineData(2, "from", "--from", "2", "--to", "1")]
    [InlineData(2, "threads", "--threads", "0")]
    [InlineData(2, "bmp", "--plot", "a.bmp")]
    [InlineData(2, "txt", "--out", "a.txt")]
    [InlineData(2, "unknown", "--unknown")]
    [InlineData(2, "squiggle", "squiggle")]
    [InlineData(1, "nowhere", "--points", "1000", "--out", "nowhere/a.npy")]
    [InlineData(1, "nowhere", "--points", "1000", "--plot", "nowhere/a.png")]
    [InlineData(1, "folder.npy", "--points", "1000", "--out", "folder.npy")]
    public void Mistakes_get_one_line_and_leave_no_file(int exitCode, string named, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder.npy"));
        var child = Run(arguments);
        Assert.Equal(exitCode, child.ExitCode);
        Assert.Equal("", child.Output);
        string line = Assert.Single(child.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("kernels: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_full_disk_gets_one_line_and_leaves_no_file()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("A small disk is imitated with ulimit.");
        foreach (string file in (string[])["a.npy", "a.csv"])
        {
            // W^X maps code through a file, which the limit would hit too.
            string command = $"ulimit -f 2000; exec dotnet '{Program}' --points 2000000 --out {file} --plot a.png";
            var child = Child.Run("bash", ["-c", command], new() { ["DOTNET_EnableWriteXorExecute"] = "0" }, _folder);
            Assert.Equal(1, child.ExitCode);
            string line = Assert.Single(child.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("kernels: ", line, StringComparison.Ordinal);
            Assert.Empty(Files());
        }
    }

    [Theory]
    [InlineData("a.npy")]
    [InlineData("a.csv")]
    public void Control_C_in_the_middle_leaves_nothing_behind(string file)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The signal is sent with kill.");
        using var process = Child.Start(Program, ["--points", "400000000", "--out", file], folder: _folder);
        try
        {
            var patience = Stopwatch.StartNew();
            while (!Directory.EnumerateFiles(_folder).Any(name => new FileInfo(name).Length > 0))
            {
                Assert.False(process.HasExited || patience.Elapsed.TotalSeconds > 60, "nothing was being written");
                Thread.Sleep(20);
            }

            Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
            Assert.True(
                process.WaitForExit(20_000), "it goes on; under nohup, or as a shell's background job, it is told to ignore the signal");
            Assert.Equal(130, process.ExitCode);
            Assert.Empty(Files());
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public void Help_version_and_info_are_there()
    {
        string help = Run("--help").Output;
        foreach (string option in (string[])["--points", "--from", "--to", "--threads", "--plot", "--out", "--json", "info", "curve"])
            Assert.Contains(option, help, StringComparison.Ordinal);
        Assert.StartsWith("0.", Run("--version").Output, StringComparison.Ordinal);
        var info = Run("info");
        Assert.Equal(0, info.ExitCode);
        Assert.Contains($"{Width.Bits}", info.Output, StringComparison.Ordinal);
        Assert.Contains($"{Environment.ProcessorCount}", info.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Help_is_there_on_the_narrowest_terminals(int columns)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("A terminal is made by the script of util-linux.");
        foreach (string command in (string[])["", "curve fourier"])
        {
            string line = $"stty cols {columns}; timeout 60 dotnet '{Program}' {command} --help";
            var child = Child.Run("script", ["-qec", line, "/dev/null"], folder: _folder);
            Assert.Equal(0, child.ExitCode);
            Assert.Contains("--threads", child.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_locale_that_is_not_installed_adds_nothing_to_what_programs_say()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no bash.");
        string? locale = Environment.GetEnvironmentVariable("LC_ALL");
        try
        {
            Environment.SetEnvironmentVariable("LC_ALL", "xx_XX.UTF-8");
            Assert.Equal(new Child(0, "", ""), Child.Run("bash", ["-c", "true"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LC_ALL", locale);
        }
    }

    private static string Program => Child.Program("src", "Kernels.Cli");

    private Child Run(params string[] arguments) => Child.Run(Program, arguments, folder: _folder);

    private string[] Files() => [.. Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order()];

    private static double[][] Expected(int points, double from, double to)
    {
        double[] t = new double[points], x = new double[points], y = new double[points];
        new ParameterGrid(from, to, points).Fill(0, t);
        Curve.Evaluate(new HeartCurve(), t, x, y);
        return [t, x, y];
    }
}
