using System.Globalization;
using Kernels.Cli.Formulas;
using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>What a formula may use, for people.</summary>
internal static class FunctionsTable
{
    public static void Print(IAnsiConsole console)
    {
        Table table = new Table().RoundedBorder().AddColumn("In a formula").AddColumn("What it is")
            .AddColumn("Error in ULP", column => column.RightAligned());
        foreach (FunctionEntry entry in FunctionCatalogue.Functions)
            _ = table.AddRow(Markup.Escape(entry.Form), Markup.Escape(entry.Meaning), Error(entry));
        console.Write(table);
        Facts.Print(
            console,
            ("Constants", string.Join(", ", FunctionCatalogue.Constants.Keys)),
            ("Errors", "at most, of doubles; nearest: correctly rounded, so half an ULP. --rounding correct makes all of them so."),
            ("Syntax", "Python's expressions. Results: y = ...; z = ... or one expression, or several with commas between."));
    }

    private static string Error(FunctionEntry entry) => entry switch
    {
        { Rounding: "declared", ErrorBoundInUlp: { } bound } => bound.ToString(CultureInfo.InvariantCulture),
        _ => entry.Rounding,
    };
}

/// <summary>The same for programs.</summary>
internal sealed record FunctionsReport(IReadOnlyList<FunctionEntry> Functions, IReadOnlyDictionary<string, double> Constants);
