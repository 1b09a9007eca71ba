using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kernels.Cli;

namespace Kernels.Yardsticks.Results;

/// <summary>One figure: what was measured, and its ratio to another of the same race.</summary>
public sealed record ScalingRow(string Name, double Best, double Median, string Unit, double? Ratio, string? Of);

/// <summary>The figures that answer one question.</summary>
public sealed record ScalingAnswer(string Question, IReadOnlyList<ScalingRow> Rows);

/// <summary>The result file of the measurement of large arrays, threads and grids.</summary>
public sealed record ScalingResult(string Cpu, int Cores, int VectorBits, string Runtime, string Day, IReadOnlyList<ScalingAnswer> Answers)
{
    public static ScalingResult OfThisMachine(IReadOnlyList<ScalingAnswer> answers) => new(
        Machine.This.Cpu,
        Machine.This.Cores,
        Machine.This.VectorBits,
        Machine.This.Runtime,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        answers);

    public static ScalingResult Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), ScalingJson.Default.ScalingResult)
            ?? throw new InvalidDataException($"{path} holds no result.");

    public string ToJson() => JsonSerializer.Serialize(this, ScalingJson.Default.ScalingResult);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ScalingResult))]
internal sealed partial class ScalingJson : JsonSerializerContext;
