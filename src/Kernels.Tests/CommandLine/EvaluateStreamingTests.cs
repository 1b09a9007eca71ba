using System.Diagnostics;

namespace Kernels.Tests.CommandLine;

/// <summary>Large files pass in constant memory, and what ends a job before its time leaves the folder as it was.</summary>
public sealed class EvaluateStreamingTests : EvaluateFolder
{
    private const string Rest = "evaluate \"sqrt(x), x**2\" --in - --out";

    // The long form, 10⁸ rows in under 400 MB, a minute or two and 1.6 GB of disk; the last line is the peak in kilobytes:
    //   (echo x; seq 100000000) | /usr/bin/time -f %M dotnet src/Kernels.Cli/bin/Release/net10.0/*/Kernels.Cli.dll \
    //       evaluate "sqrt(x), x**2" --in - --out /tmp/y.npy
    // (A limit by ulimit -v is of no use to .NET, which reserves 256 GB of addresses.)
    [Fact]
    public void Three_million_rows_take_no_more_memory_than_three_thousand()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The peak is read from /proc.");
        long few = PeakOf(3_000), many = PeakOf(3_000_000);

        // The numbers alone would take 72 MB.
        Assert.InRange(many, 1, few + (48 << 10));

        // In kilobytes.
        long PeakOf(int rows)
        {
            var child = Shell($$"""
                (echo x; seq {{rows}}) | dotnet "$kernels" {{Rest}} y.csv --overwrite >out &
                while grep -a VmHWM /proc/$!/status >peak.new 2>/dev/null && [ -s peak.new ]; do mv peak.new peak; sleep 0.02; done
                wait $!; code=$?; cat peak; exit $code
                """);
            CheckSuccess(child);
            Assert.Equal(rows + 1, File.ReadLines(PathOf("y.csv")).Count());
            return long.Parse(child.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], null);
        }
    }

    [Theory]
    [InlineData("y.csv")]
    [InlineData("y.npy")]
    public void Control_C_leaves_the_folder_as_it_was(string file)
    {
        if (!IsPosix)
            Assert.Skip("The signal is sent with kill.");
        Write(file, "old");
        Assert.Equal(0, Shell("mkfifo x.csv").ExitCode);
        using var writer = Child.Start("bash", ["-c", "(echo x; seq 100000000) >x.csv"], folder: Folder);
        using var process = Child.Start(
            Program, ["evaluate", "sqrt(x), x**2", "--in", "x.csv", "--out", file, "--overwrite"], folder: Folder);
        try
        {
            var patience = Stopwatch.StartNew();
            while (!Directory.EnumerateFiles(Folder, $"{file}.*").Any(name => new FileInfo(name).Length > 1 << 20))
            {
                Assert.False(process.HasExited || patience.Elapsed.TotalSeconds > 60, "nothing was being written");
                Thread.Sleep(20);
            }

            Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
            Assert.True(
                process.WaitForExit(20_000), "it goes on; under nohup, or as a shell's background job, it is told to ignore the signal");
            Assert.Equal(130, process.ExitCode);
            Assert.Equal("Cancelled.\n", process.StandardError.ReadToEnd());
        }
        finally
        {
            process.Kill();
            writer.Kill(entireProcessTree: true);
        }

        Assert.Equal(["x.csv", file], Files());
        Assert.Equal("old", Read(file));
    }

    [Theory]
    [InlineData("y.csv")]
    [InlineData("y.npy")]
    public void A_full_disk_leaves_the_old_file(string file)
    {
        // A process that has the rights of root in a space of its own may mount a small disk there.
        const string Small = "unshare --user --map-root-user --mount";
        if (!OperatingSystem.IsLinux() || Shell($"{Small} mount -t tmpfs tmpfs .").ExitCode != 0)
            Assert.Skip("A small disk cannot be mounted.");
        var child = Shell($$"""
            {{Small}} bash -c 'mount -t tmpfs -o size=1m tmpfs . && cd "$PWD" && echo old >{{file}}
            (echo x; seq 1000000) 2>/dev/null | dotnet "$kernels" {{Rest.Replace('"', '\"')}} {{file}} --overwrite
            code=$?; [ "$(cat {{file}})" = old ] || echo "it is lost"; rm {{file}}; ls; exit $code'
            """);
        CheckMistake(child, 1, file);
    }

    [Theory]
    [InlineData("y.csv")]
    [InlineData("y.npy")]
    public void A_limit_of_the_shell_leaves_the_old_file(string file)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The limit is set with ulimit.");
        Write(file, "old");

        // W^X maps code through a file, which the limit would hit too.
        var child = Shell($"""
            ulimit -f 2000
            (echo x; seq 1000000) 2>/dev/null | DOTNET_EnableWriteXorExecute=0 dotnet "$kernels" {Rest} {file} --overwrite
            """);
        CheckMistake(child, 1, file);
        Assert.Equal("old", Read(file));
        Assert.Equal([file], Files());
    }

    [Fact]
    public void Pipes_and_full_devices_are_told_of()
    {
        if (!IsPosix || !File.Exists("/dev/full"))
            Assert.Skip("There is no /dev/full.");
        CheckMistake(Shell($"""seq 100000 2>/dev/null | dotnet "$kernels" {Rest} - --columns x >/dev/full"""), 1, "standard output");
        Assert.Equal(0, Shell("mkfifo y.npy").ExitCode);
        Write("x.csv", "x\n1\n");
        CheckMistake(
            Evaluate("x", "--in", "x.csv", "--out", "y.npy"), 2, "--out must not be .npy where it is a pipe", "x.csv");
        Assert.Equal("1\n", Shell("""dotnet "$kernels" evaluate x --in x.csv --out - | tail -n 1""").Output);

        // A reader that leaves ends the work.
        CheckMistake(
            Shell($$"""
                yes 1 2>/dev/null | dotnet "$kernels" {{Rest}} - --columns x | head -n 1 >/dev/null; exit ${PIPESTATUS[1]}
                """),
            1);
    }
}
