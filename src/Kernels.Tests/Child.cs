using System.Diagnostics;

namespace Kernels.Tests;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record Child(int ExitCode, string Output, string Error)
{
    /// <summary>The build configuration of the tests: the programs beside them were built in the same one.</summary>
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The compiled program of a project of the repository.</summary>
    public static string Program(params string[] project) =>
        Directory.GetFiles(TestRepository.PathOf([.. project, "bin", Configuration]), $"{project[^1]}.dll", SearchOption.AllDirectories)
            .First(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")));

    /// <summary>Longer than any takes: a program that hangs fails its test.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Child Run(
        string program, IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null)
    {
        using var process = Start(program, arguments, environment, folder);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} has not ended after {Longest}.");
        }

        return new Child(process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(
        string program, IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null)
    {
        bool managed = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(managed ? "dotnet" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        if (managed)
            start.ArgumentList.Add(program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        // Where a locale is named that is not installed, bash says so on standard error.
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
