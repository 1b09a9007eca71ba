using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>The tables by name.</summary>
public static class Tables
{
    /// <param name="repository">The repository's root.</param>
    /// <returns>Makes a table from its name and the folder under bench/results.</returns>
    public static Func<string, string, string> Of(string repository) => (name, folder) =>
    {
        string PathOf(string file) => Path.Combine(repository, "bench", "results", folder, file);
        return name switch
        {
            "speed" => SpeedTables.Summary(ResultFiles.ReadComparison(PathOf(ResultFiles.ComparisonName))),
            "ratios" => SpeedTables.Ratios(ResultFiles.ReadComparison(PathOf(ResultFiles.ComparisonName))),
            "functions" => SpeedTables.Functions(ResultFiles.ReadComparison(PathOf(ResultFiles.ComparisonName))),
            "comparison" => SpeedTables.Full(ResultFiles.ReadComparison(PathOf(ResultFiles.ComparisonName))),
            "scaling" => ScalingTables.Full(ScalingResult.Read(PathOf(ResultFiles.ScalingName))),
            "accuracy" => AccuracyTables.Summary(AccuracyResult.Read(PathOf(ResultFiles.AccuracyName))),
            "function-errors" => AccuracyTables.Functions(AccuracyResult.Read(PathOf(ResultFiles.AccuracyName))),
            "errors" => AccuracyTables.Full(AccuracyResult.Read(PathOf(ResultFiles.AccuracyName))),
            _ => throw new InvalidDataException($"There is no table '{name}'."),
        };
    };
}
