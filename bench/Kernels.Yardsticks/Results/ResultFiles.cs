using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kernels.Cli;

namespace Kernels.Yardsticks.Results;

/// <summary>Where results are filed: bench/results/CPU.</summary>
public static partial class ResultFiles
{
    public const string ComparisonName = "compare.json";

    public const string LengthsName = "lengths.json";

    public const string ScalingName = "scaling.json";

    public const string AccuracyName = "accuracy.json";

    /// <summary>The folder of a processor, by its name and the width in use.</summary>
    public static string FolderName(string cpu, int vectorBits) =>
        $"{NotInName().Replace(cpu.ToLowerInvariant(), "-").Trim('-')}-{vectorBits}-bits";

    /// <summary>The width that a folder's name ends with: 512-bits, say.</summary>
    public static string WidthOf(string folder) => Width().Match(folder).Value;

    public static string FolderOfThisMachine(string repository) =>
        Path.Combine(repository, "bench", "results", FolderName(Machine.This.Cpu, Machine.This.VectorBits));

    /// <summary>The repository that the program was built in; null elsewhere.</summary>
    public static string? Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kernels.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }

    public static Comparison ReadComparison(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), ResultsJson.Default.Comparison)
            ?? throw new InvalidDataException($"{path} holds no comparison.");

    public static string ToJson(Comparison comparison) => JsonSerializer.Serialize(comparison, ResultsJson.Default.Comparison);

    [GeneratedRegex("[0-9]+-bits$")]
    private static partial Regex Width();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInName();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Comparison))]
internal sealed partial class ResultsJson : JsonSerializerContext;
