using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kernels.Cli;

namespace Kernels.Yardsticks.Results;

/// <summary>The errors of one contender at one output of a function, over one interval.</summary>
/// <remarks>
/// Output is sin, cos, or the heart's x or y; Unit is ULP, or for the heart's y ULP of 17. LargestAt is an argument in hexadecimal as C
/// writes it. Largest and Mean are infinite if a result is (NonFinite counts those, and NaN). CorrectlyRounded is the share of results to
/// which the exact value rounds. Histogram counts the errors up to each of <see cref="AccuracyResult.HistogramEdges"/>,
/// then those beyond the last.
/// </remarks>
public sealed record AccuracyRow(
    string Contender,
    string Function,
    string Output,
    string Unit,
    string Precision,
    string Interval,
    long Tried,
    double Largest,
    string LargestAt,
    double Mean,
    double CorrectlyRounded,
    long NonFinite,
    [property: JsonConverter(typeof(OnOneLine))] IReadOnlyList<long> Histogram);

/// <summary>The result file of an accuracy report.</summary>
/// <remarks>On CheckedAgainstMpfr arguments the exact reference was seen to agree with MPFR; 0 where MPFR is missing.</remarks>
public sealed record AccuracyResult(
    string Cpu,
    int Cores,
    int VectorBits,
    string Runtime,
    string Day,
    int Seed,
    int Samples,
    long CheckedAgainstMpfr,
    IReadOnlyList<double> HistogramEdges,
    IReadOnlyList<string> Missing,
    IReadOnlyList<AccuracyRow> Rows)
{
    public static AccuracyResult OfThisMachine(
        int seed,
        int samples,
        long checkedAgainstMpfr,
        IReadOnlyList<double> edges,
        IReadOnlyList<string> missing,
        IReadOnlyList<AccuracyRow> rows) => new(
        Machine.This.Cpu,
        Machine.This.Cores,
        Machine.This.VectorBits,
        Machine.This.Runtime,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        seed,
        samples,
        checkedAgainstMpfr,
        edges,
        missing,
        rows);

    public static AccuracyResult Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), AccuracyJson.Relaxed.AccuracyResult)
            ?? throw new InvalidDataException($"{path} holds no accuracy report.");

    public string ToJson() => JsonSerializer.Serialize(this, AccuracyJson.Relaxed.AccuracyResult);
}

/// <summary>A histogram stays together; indented, each number would have a line.</summary>
internal sealed class OnOneLine : JsonConverter<IReadOnlyList<long>>
{
    public override IReadOnlyList<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = new List<long>();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A histogram is an array.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            numbers.Add(reader.GetInt64());
        return numbers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<long> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(", ", value)}]");
}

[JsonSerializable(typeof(AccuracyResult))]
internal sealed partial class AccuracyJson : JsonSerializerContext
{
    public static AccuracyJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,

        // No part of a web page: the exponents' plus signs may stay.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
