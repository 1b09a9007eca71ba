using System.Globalization;
using System.Text;

namespace Kernels.Overloads;

/// <summary>The tests' matrix of the elementary functions, as source.</summary>
internal static class MatrixSource
{
    public const string File = "Operations.g.cs";

    public static string Write(IEnumerable<ElementaryFunction> functions)
    {
        var source = new StringBuilder("""
            #nullable enable

            using Kernels.Functions;

            namespace Kernels.Tests;

            /// <content>Written by tools/Kernels.Overloads.</content>
            internal static partial class Operations
            {
                private static Operation<double>[] ElementaryDoubles =>
                [

            """);
        foreach (var function in functions)
        {
            string correct = $"TableBody<{function.Kernel}, Correct<{function.Kernel}, {function.Proof}>>";
            Append(source, function, "double", "Elementary", "", $"TableBody<{function.Kernel}, Declared>");
            Append(source, function, "double", "CorrectlyRounded", "Correct", correct);
        }

        source.Append("    ];\n\n    private static Operation<float>[] ElementarySingles =>\n    [\n");
        foreach (var function in functions)
        {
            Append(source, function, "float", "Elementary", "", $"TableBody<{function.SingleKernel}, Declared>");
            Append(source, function, "float", "CorrectlyRounded", "Correct", $"TableBody<{function.SingleKernel}, Declared>");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    private static void Append(StringBuilder source, ElementaryFunction function, string type, string owner, string prefix, string body)
    {
        string call = $"{owner}.{function.Name}", shape = function.Results.Length > 1 ? "Two" : "One";
        source.Append(CultureInfo.InvariantCulture, $"        {shape}<{type}, {body}>(\n");
        source.Append(CultureInfo.InvariantCulture, $"            \"{prefix}{function.Name}\", {call}, {call}");
        foreach (string name in function.Names)
            source.Append(CultureInfo.InvariantCulture, $", \"{char.ToLowerInvariant(name[0])}{name[1..]}Destination\"");
        source.Append("),\n");
    }
}
