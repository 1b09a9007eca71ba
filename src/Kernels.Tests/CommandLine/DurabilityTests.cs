using System.Text.RegularExpressions;

namespace Kernels.Tests.CommandLine;

/// <summary>Power cuts and full disks leave the old file or the new one.</summary>
public sealed partial class DurabilityTests : TemporaryFolder
{
    // What a disk does at a power cut cannot be seen from here (tools/power-cut.sh sees it); that it is told in the right order can.
    [Fact]
    public void Bytes_go_to_the_disk_before_the_name_and_the_folder_after_it()
    {
        if (!OperatingSystem.IsLinux() || Child.Run("bash", ["-c", "strace -o /dev/null true"]).ExitCode != 0)
            Assert.Skip("Calls of the system are watched with strace.");
        Write("a.npy", "old");
        CheckSuccess(Shell("""
            strace -f -y -o calls -e trace=fsync,rename,renameat,renameat2,link,linkat,unlink \
                dotnet "$kernels" --points 1000 --out a.npy --plot a.png --overwrite
            """));
        string[] calls = [.. File.ReadLines(PathOf("calls")).Where(line => line.Contains(Folder, StringComparison.Ordinal)).Select(Call)];
        Assert.Equal(
            [
                "fsync a.npy.*", "rename a.npy.* a.npy", "fsync .",
                "fsync a.png.*", "link a.png.* a.png", "unlink a.png.*", "fsync .",
            ],
            calls);
    }

    [Theory]
    [InlineData("a.npy")]
    [InlineData("a.csv")]
    [InlineData("a.svg")]
    public void A_full_disk_leaves_the_old_file(string file)
    {
        // A process that has the rights of root in a space of its own may mount a small disk there.
        const string Small = "unshare --user --map-root-user --mount";
        if (!OperatingSystem.IsLinux() || Shell($"{Small} mount -t tmpfs tmpfs .").ExitCode != 0)
            Assert.Skip("A small disk cannot be mounted.");
        string option = file == "a.svg" ? "--plot a.svg" : $"--out {file} --plot none";
        var child = Shell($$"""
            {{Small}} bash -c 'mount -t tmpfs -o size=1m tmpfs . && cd "$PWD" && echo old >{{file}} && cat /dev/zero >zeros 2>/dev/null
            dotnet "$kernels" --points 2000000 {{option}} --overwrite
            code=$?; [ "$(cat {{file}})" = old ] || echo "it is lost"; rm {{file}} zeros; ls; exit $code'
            """);
        CheckMistake(child, 1, file);
    }

    [Fact]
    public void A_limit_of_the_shell_leaves_the_old_file()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The limit is set with ulimit.");
        Write("a.csv", "old");

        // W^X maps code through a file, which the limit would hit too.
        CheckMistake(
            Shell("""
                ulimit -f 2000
                DOTNET_EnableWriteXorExecute=0 dotnet "$kernels" --points 2000000 --out a.csv --plot none --overwrite
                """),
            1,
            "a.csv");
        Assert.Equal("old", Read("a.csv"));
        Assert.Equal(["a.csv"], Files());
    }

    // The call's name and its files within the folder, the random part of temporary names left out.
    private string Call(string line)
    {
        var call = Pattern().Match(line);
        var files = call.Groups["file"].Captures.Select(file => Path.GetRelativePath(Folder, file.Value));
        return $"{call.Groups["name"]} {string.Join(' ', files.Select(file => Temporary().Replace(file, ".*")))}";
    }

    [GeneratedRegex("""^\d+\s+(?<name>[a-z]+)[0-9a-z]*\(([^"<>]*["<](?<file>/[^">]+)[">])+""")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\.[a-z0-9]{8}\.[a-z0-9]{3}$")]
    private static partial Regex Temporary();
}
