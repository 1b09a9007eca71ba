namespace Kernels.Tests.CommandLine;

/// <summary>Input, points, picture and standard output are different files, whatever their names.</summary>
public sealed class FileIdentityTests : TemporaryFolder
{
    [Theory]
    [InlineData("square.csv")]
    [InlineData("./square.csv")]
    [InlineData("sub/../square.csv")]
    [InlineData("link.csv")]
    [InlineData("hard.csv")]
    [InlineData("folder/square.csv")]
    public void The_input_is_not_replaced(string spelling)
    {
        WriteOutline("square.csv");
        MakeNames("square.csv");
        foreach (string input in (string[])["square.csv", spelling])
        {
            string output = input == "square.csv" ? spelling : "square.csv";
            CheckMistake(RunOutline(input, "--out", output, "--plot", "none", "--overwrite"), 2, "--out", input, "comes from");
            Assert.Equal(Outline, Read("square.csv"));
        }
    }

    [Theory]
    [InlineData("link.png")]
    [InlineData("hard.png")]
    [InlineData("dangling.png")]
    public void A_picture_does_not_replace_the_input_or_the_points(string picture)
    {
        WriteOutline("square.csv");
        MakeNames("square.csv");
        Link("dangling.png", "square.csv");
        CheckMistake(RunOutline("square.csv", "--plot", picture, "--overwrite"), 2, "--plot", "comes from");
        CheckMistake(Run("--out", "square.csv", "--plot", picture, "--overwrite"), 2, "--plot", "--out");
        Assert.Equal(Outline, Read("square.csv"));
    }

    [Fact]
    public void Two_links_to_one_file_that_is_to_come_are_one_file()
    {
        Directory.CreateDirectory(PathOf("sub"));
        Link("folder", "sub");
        Link("a.npy", "sub/target");
        Link("a.png", "folder/../sub/target");
        CheckMistake(Run("--out", "a.npy", "--plot", "a.png"), 2, "--plot", "--out");
        CheckMistake(Run("--out", "a.npy", "--plot", "a.png", "--overwrite"), 2, "--plot", "--out");
        Assert.Empty(Directory.GetFileSystemEntries(PathOf("sub")));
    }

    [Fact]
    public void The_picture_that_nobody_asked_for_is_not_the_points()
    {
        Link("heart.png", "a.npy");
        CheckMistake(Run("--out", "a.npy"), 2, "--plot", "--out");
        Assert.Equal(["heart.png"], Files());
    }

    [Fact]
    public void Files_of_the_shell_are_not_replaced()
    {
        if (!IsPosix)
            Assert.Skip("The shell is bash.");
        WriteOutline("square.csv");
        foreach (string command in (string[])
        [
            """dotnet "$kernels" --plot none --out a.csv --overwrite >a.csv""",
            """dotnet "$kernels" --plot none --out a.csv --overwrite 2>>a.csv; code=$?; cat a.csv >&2; exit $code""",
            """dotnet "$kernels" curve fourier --outline /dev/stdin --plot none --out square.csv --overwrite <square.csv""",
        ])
        {
            CheckMistake(Shell(command), 2, "--out must not name");
        }

        Assert.Equal(Outline, Read("square.csv"));
    }

    // Names for a file and its folder.
    private void MakeNames(string file)
    {
        if (!IsPosix)
            Assert.Skip("Hard links are made with ln.");
        Directory.CreateDirectory(PathOf("sub"));
        Link("folder", ".");
        Link("link.csv", file);
        Link("link.png", "link.csv");
        Assert.Equal(0, Shell($"ln {file} hard.csv && ln {file} hard.png").ExitCode);
    }
}
