namespace Kernels.Tests.CommandLine;

/// <summary>Pipes and devices are written through and stay what they are.</summary>
public sealed class StreamTests : TemporaryFolder
{
    [Theory]
    [InlineData("")]
    [InlineData("--overwrite")]
    public void A_pipe_is_written_through(string more)
    {
        SkipOnWindows();
        var child = Shell($"""
            mkfifo a.npy a.png
            cat a.png >read.png 2>/dev/null & cat a.npy >read.npy 2>/dev/null &
            dotnet "$kernels" --points 1000 --out a.npy --plot a.png {more} && [ -p a.npy ] && [ -p a.png ] && wait && exit
            code=$?; kill %1 %2; exit $code
            """);
        CheckSuccess(child);
        Assert.Contains("Written", child.Output, StringComparison.Ordinal);
        CheckPoints("read.npy");
        Assert.Equal("PNG", Shell("head -c 4 read.png | tail -c 3").Output);
        Assert.Equal(["a.npy", "a.png", "read.npy", "read.png"], Files());
    }

    [Fact]
    public void Devices_are_written_through()
    {
        MakeDevice("null.npy", "/dev/null");
        Link("null.svg", "null.npy");
        CheckSuccess(Run("--out", "null.npy", "--plot", "null.svg"));
        Assert.Equal(0, Shell("[ -c null.npy ] && [ -L null.svg ]").ExitCode);
    }

    [Fact]
    public void Standard_output_is_written_through()
    {
        SkipOnWindows();
        Link("a.csv", "/dev/stdout");
        var child = Shell("""dotnet "$kernels" --points 1000 --out a.csv --plot none | head -n 1001 | tail -n 1""");
        CheckSuccess(child);
        Assert.StartsWith("6.283185307179586,", child.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_device_gets_one_line()
    {
        MakeDevice("full.npy", "/dev/full");
        CheckMistake(Run("--out", "full.npy", "--plot", "none"), 1, "full.npy");
        Assert.Equal(["full.npy"], Files());
    }

    [Fact]
    public void A_reader_that_leaves_gets_one_line()
    {
        SkipOnWindows();
        var child = Shell("""
            mkfifo a.npy; head -c 10 a.npy >/dev/null 2>&1 & reader=$!
            dotnet "$kernels" --points 3000000 --out a.npy --plot none; code=$?; kill $reader 2>/dev/null; exit $code
            """);
        CheckMistake(child, 1, "a.npy");
        Assert.Equal(["a.npy"], Files());
    }

    [Fact]
    public void A_disk_is_refused_like_a_file()
    {
        const string Disks = "/sys/class/block";
        string? disk = Directory.Exists(Disks)
            ? Directory.GetFileSystemEntries(Disks).Select(name => $"/dev/{Path.GetFileName(name)}").FirstOrDefault(File.Exists)
            : null;
        if (disk is null)
            Assert.Skip("There is no disk.");
        MakeDevice("disk.npy", disk);
        CheckMistake(Run("--out", "disk.npy", "--plot", "none"), 2, "disk.npy", "--overwrite");
    }

    [Fact]
    public void The_picture_that_nobody_asked_for_goes_through_nothing()
    {
        MakeDevice("heart.png", "/dev/null");
        CheckMistake(Run(), 2, "heart.png");
    }

    [Fact]
    public void Control_C_ends_the_wait_for_a_reader()
    {
        SkipOnWindows();
        foreach (string option in (string[])["--out a.npy --plot none", "--plot a.png"])
        {
            var child = Shell($"""
                rm -f a.*; mkfifo a.npy a.png; set -m
                dotnet "$kernels" --points 1000 {option} & job=$!
                sleep 2; kill -INT $job; wait $job
                """);
            Assert.Equal(130, child.ExitCode);
            Assert.Equal(["a.npy", "a.png"], Files());
        }
    }

    // For root a copy: the program under test might replace the system's own.
    private void MakeDevice(string file, string device)
    {
        SkipOnWindows();
        if (!File.Exists(device))
            Assert.Skip($"There is no {device}.");
        if (Environment.UserName != "root")
            Link(file, device);
        else if (Shell($"cp -R {device} {file} && ([ -b {file} ] || head -c 0 {file})").ExitCode != 0)
            Assert.Skip("Devices cannot be made here.");
    }

    private static void SkipOnWindows()
    {
        if (!IsPosix)
            Assert.Skip("Windows has no such files.");
    }
}
