using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>What the command line replaces, and what it leaves alone.</summary>
public sealed class ReplacementTests : TemporaryFolder
{
    [Theory]
    [InlineData("--out", "a.npy")]
    [InlineData("--out", "a.csv")]
    [InlineData("--plot", "a.png")]
    [InlineData("--plot", "a.svg")]
    public void A_name_that_exists_is_refused_unless_the_user_says_so(string option, string file)
    {
        Write(file, "mine");
        CheckMistake(Run(option, file), 2, file, "--overwrite");
        Assert.Equal("mine", Read(file));
        Assert.Equal([file], Files());
        CheckSuccess(Run(option, file, "--overwrite"));
        Assert.True(new FileInfo(PathOf(file)).Length > 1000);
    }

    [Fact]
    public void It_is_refused_before_the_work()
    {
        Write("a.npy", "mine");
        CheckMistake(Child.Run(Program, ["--points", "1e15", "--out", "a.npy", "--plot", "none"], folder: Folder), 2, "a.npy");
    }

    [Theory]
    [InlineData("--out", "a.npy")]
    [InlineData("--plot", "a.svg")]
    public void A_read_only_file_is_refused_all_the_same(string option, string file)
    {
        Write(file, "mine");
        File.SetAttributes(PathOf(file), FileAttributes.ReadOnly);
        CheckMistake(Run(option, file, "--overwrite"), 2, file, "read-only");
        File.SetAttributes(PathOf(file), FileAttributes.Normal);
        Assert.Equal("mine", Read(file));
    }

    [Theory]
    [InlineData("600")]
    [InlineData("755")]
    [InlineData("666")]
    [InlineData("4711")]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_stays(string octal)
    {
        if (!IsPosix)
            Assert.Skip("Windows has no modes.");
        var mode = (UnixFileMode)Convert.ToInt32(octal, 8);
        foreach (string file in (string[])["a.npy", "a.png"])
        {
            Write(file, "mine");
            File.SetUnixFileMode(PathOf(file), mode);
        }

        CheckSuccess(Run("--out", "a.npy", "--plot", "a.png", "--overwrite"));
        foreach (string file in (string[])["a.npy", "a.png"])
            Assert.Equal(mode, File.GetUnixFileMode(PathOf(file)));
    }

    [Fact]
    public void The_owner_stays()
    {
        if (!IsPosix || Environment.UserName != "root")
            Assert.Skip("Only root may give files away.");
        Write("a.npy", "mine");
        CheckSuccess(Shell("""chown 12:34 a.npy && dotnet "$kernels" --points 1000 --plot none --out a.npy --overwrite"""));
        Assert.Equal("12:34", Shell("stat -c %u:%g a.npy || stat -f %u:%g a.npy").Output.Trim());
    }

    [Fact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        Directory.CreateDirectory(PathOf("elsewhere"));
        Write("elsewhere/target.npy", "old");
        Link("second", "elsewhere/target.npy");
        Link("a.npy", "second");
        CheckMistake(Run("--out", "a.npy", "--plot", "none"), 2, "a.npy");
        Assert.Equal("old", Read("elsewhere/target.npy"));
        CheckSuccess(Run("--out", "a.npy", "--plot", "none", "--overwrite"));
        CheckPoints("elsewhere/target.npy");
        Assert.Equal("second", new FileInfo(PathOf("a.npy")).LinkTarget);
        Assert.Equal(["target.npy"], Directory.GetFileSystemEntries(PathOf("elsewhere")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_to_no_file_makes_one()
    {
        Link("a.npy", "target.npy");
        CheckSuccess(Run("--out", "a.npy", "--plot", "none"));
        CheckPoints("target.npy");
        Assert.Equal("target.npy", new FileInfo(PathOf("a.npy")).LinkTarget);
    }

    [Fact]
    public void A_name_means_what_it_means_to_the_system()
    {
        if (!IsPosix)
            Assert.Skip("Windows drops the dots before it looks for links.");
        Directory.CreateDirectory(PathOf("deep/inside"));
        Link("folder", "deep/inside");
        Write("a.npy", "mine");
        CheckSuccess(Run("--out", "folder/../a.npy", "--plot", "none"));
        CheckPoints("deep/a.npy");
        Assert.Equal("mine", Read("a.npy"));

        WriteOutline("deep/square.csv");
        CheckSuccess(RunOutline("folder/../square.csv", "--plot", "none"));
    }

    [Fact]
    public void A_file_that_comes_during_the_work_stays()
    {
        if (!IsPosix)
            Assert.Skip("The work is held up with a pipe.");

        // The picture waits for its reader; by then the names have been found free.
        var child = Shell("""
            mkfifo p.svg
            dotnet "$kernels" --points 1000 --plot p.svg --out a.npy & job=$!
            until ls a.npy.* >/dev/null 2>&1; do sleep 0.05; done
            echo mine >a.npy
            cat p.svg >/dev/null 2>&1 & reader=$!
            wait $job; code=$?; kill $reader 2>/dev/null; exit $code
            """);
        CheckMistake(child, 1, "a.npy", "exists");
        Assert.Equal("mine\n", Read("a.npy"));
        Assert.Equal(["a.npy", "p.svg"], Files());
    }

    [Fact]
    public void A_name_too_long_is_refused_before_the_work()
    {
        string name = new string('n', 260) + ".npy";
        CheckMistake(Child.Run(Program, ["--points", "1e12", "--out", name, "--plot", "none"], folder: Folder), 1, name);
        Assert.Empty(Files());
    }

    [Fact]
    public void Without_a_picture_nothing_is_drawn_or_said()
    {
        var child = Run("--plot", "none");
        CheckSuccess(child);
        Assert.DoesNotContain("Drawn", child.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(Run("--plot", "none", "--json").Output);
        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("plot").ValueKind);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("picture")]
    [InlineData("folder")]
    [InlineData("empty")]
    public void A_picture_that_nobody_asked_for_replaces_none_of_the_users(string kind)
    {
        string file = PathOf("heart.png");
        if (kind == "folder")
            Directory.CreateDirectory(file);
        else
            File.WriteAllBytes(file, kind == "text" ? new byte[100] : kind == "empty" ? [] : Unmarked());
        CheckMistake(Run(), 2, "heart.png", "--plot");
        CheckMistake(Run("--overwrite"), 2, "heart.png", "--plot");
        Assert.Equal(["heart.png"], Files());
        if (kind == "picture")
            Assert.Equal(Unmarked(), File.ReadAllBytes(file));
        CheckSuccess(Run("--plot", "none"));
    }

    [Fact]
    public void The_programs_own_picture_is_drawn_anew()
    {
        CheckSuccess(Run("--from", "1"));
        byte[] first = File.ReadAllBytes(PathOf("heart.png"));
        if (IsPosix)
            File.SetUnixFileMode(PathOf("heart.png"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        CheckSuccess(Run());
        Assert.NotEqual(first, File.ReadAllBytes(PathOf("heart.png")));
        if (IsPosix)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("heart.png")));
        Assert.Equal(["heart.png"], Files());
    }

    [Fact]
    public void A_picture_has_the_programs_mark()
    {
        CheckSuccess(Run());
        byte[] picture = File.ReadAllBytes(PathOf("heart.png"));
        var texts = new List<string>();
        string last = "";
        for (int i = 8; i < picture.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(i));
            var chunk = picture.AsSpan(i + 4, length + 4);
            Assert.Equal(Crc32(chunk), BinaryPrimitives.ReadUInt32BigEndian(picture.AsSpan(i + 8 + length)));
            last = Encoding.Latin1.GetString(chunk[..4]);
            if (last == "tEXt")
                texts.Add(Encoding.Latin1.GetString(chunk[4..]));
            i += length + 12;
        }

        Assert.Equal("IEND", last);
        Assert.Equal(["Software\0Kernels"], texts);
    }

    // A picture of one point, as any program may have drawn it.
    private static byte[] Unmarked() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    // ISO 3309, bit by bit.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
