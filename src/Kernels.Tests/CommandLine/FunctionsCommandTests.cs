using System.Globalization;
using System.Text.Json;
using Kernels.Programs;

namespace Kernels.Tests.CommandLine;

/// <summary>The list of what a formula may use is whole, and its bounds are those that are declared.</summary>
public sealed class FunctionsCommandTests : TemporaryFolder
{
    [Fact]
    public void The_table_has_every_function_and_its_bound()
    {
        var child = Child.Run(Program, ["functions"], folder: Folder);
        CheckSuccess(child);
        string[] lines = child.Output.Split('\n');
        foreach (OperatorInfo info in Operators.All.Where(info => info.IsCall))
        {
            string line = Assert.Single(lines, line => line.StartsWith($"│ {info.Name}(", StringComparison.Ordinal));
            string bound = FunctionTable.All.FirstOrDefault(function => info.IsElementary && function.Name == info.Operator.ToString())
                is { } function ? $"{function.ErrorBoundInUlp.ToString(CultureInfo.InvariantCulture)} │" : "│";
            Assert.EndsWith(bound, line, StringComparison.Ordinal);
        }

        Assert.Contains("pi, e, tau, inf, nan", child.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', child.Output);
        Assert.True(lines.Max(line => line.Length) <= 140);
    }

    [Fact]
    public void Json_has_forms_that_parse_and_numbers()
    {
        var child = Child.Run(Program, ["functions", "--json"], folder: Folder);
        CheckSuccess(child);
        using var report = JsonDocument.Parse(child.Output);
        foreach (JsonElement entry in report.RootElement.GetProperty("functions").EnumerateArray())
        {
            // Operators are listed several in a form; of functions each form is a formula.
            string form = entry.GetProperty("form").GetString()!.Replace(", ...", "", StringComparison.Ordinal);
            if (form.Contains('('))
                _ = PureFunction.Parse(form.StartsWith("where", StringComparison.Ordinal) ? "where(c > 0, x, y)" : form);
            string rounding = entry.GetProperty("rounding").GetString()!;
            Assert.Contains(rounding, (string[])["exact", "nearest", "declared"]);
            JsonElement bound = entry.GetProperty("errorBoundInUlp");
            if (rounding == "exact")
                Assert.Equal(JsonValueKind.Null, bound.ValueKind);
            else
                Assert.InRange(bound.GetDouble(), 0.5, 0.51);
        }

        Assert.Equal(Math.PI, report.RootElement.GetProperty("constants").GetProperty("pi").GetDouble());
        Assert.Equal("NaN", report.RootElement.GetProperty("constants").GetProperty("nan").GetString());
    }
}
