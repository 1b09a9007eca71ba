using System.Globalization;
using System.Text;

namespace Kernels.Overloads;

/// <summary>The tests' matrix of the elementary functions, as source.</summary>
internal static class MatrixSource
{
    public const string File = "Operations.g.cs";

    private static readonly int[] VectorBits = [128, 256, 512], LanesCounts = [1, 2, 4, 8];

    public static string Write(IEnumerable<ElementaryFunction> functions)
    {
        var source = new StringBuilder("""
            #nullable enable

            using System.Runtime.Intrinsics;
            using Kernels.Functions;
            using Kernels.Lanes;

            namespace Kernels.Tests;

            /// <content>Written by tools/Kernels.Overloads.</content>
            internal static partial class Operations
            {
                private static Operation<double>[] ElementaryDoubles =>
                [

            """);
        foreach (var function in functions)
        {
            Append(source, function, "double", "Elementary", "", function.Body);
            Append(source, function, "double", "CorrectlyRounded", "Correct", function.CorrectBody);
        }

        source.Append("    ];\n\n    private static Operation<float>[] ElementarySingles =>\n    [\n");
        foreach (var function in functions)
        {
            Append(source, function, "float", "Elementary", "", function.SingleBody);
            Append(source, function, "float", "CorrectlyRounded", "Correct", function.SingleBody);
        }

        source.Append("    ];\n\n    private static VectorCall<double>[] DoubleVectors =>\n    [\n");
        foreach (var function in functions)
        {
            AppendVector(source, function, "double, double");
            AppendVector(source, function, "double, double", "CorrectlyRounded", "Correct");
            foreach (int bits in VectorBits)
                AppendVector(source, function, $"double, Vector{bits}<double>");
            foreach (string kind in (string[])["Near", "Whole"])
            {
                foreach (int count in LanesCounts)
                    AppendVector(source, function, $"Double{count}<{kind}>", shape: "OfLanes");
            }
        }

        source.Append("    ];\n\n    private static VectorCall<float>[] SingleVectors =>\n    [\n");
        foreach (var function in functions)
        {
            foreach (int bits in VectorBits)
                AppendVector(source, function, $"float, Vector{bits}<float>");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    private static void Append(StringBuilder source, ElementaryFunction function, string type, string owner, string prefix, string body)
    {
        // Sequential and parallel; of two inputs also with a number for either.
        string call = $"{owner}.{function.Name}", shape = ShapeOf(function);
        source.Append(CultureInfo.InvariantCulture, $"        {shape}<{type}, {body}>(\n");
        source.Append(CultureInfo.InvariantCulture, $"            \"{prefix}{function.Name}\", {call}, {call}");
        if (function.Parameters.Length > 1)
            source.Append(CultureInfo.InvariantCulture, $",\n            {call}, {call}, {call}, {call}");
        foreach (string name in function.Names)
            source.Append(CultureInfo.InvariantCulture, $", \"{char.ToLowerInvariant(name[0])}{name[1..]}Destination\"");
        source.Append("),\n");
    }

    private static void AppendVector(
        StringBuilder source,
        ElementaryFunction function,
        string types,
        string owner = "Elementary",
        string prefix = "",
        string shape = "Of")
    {
        string number = ShapeOf(function);
        source.Append(
            CultureInfo.InvariantCulture, $"        {number}{shape}<{types}>(\"{prefix}{function.Name}\", {owner}.{function.Name}),\n");
    }

    // By its results, or the inputs if they are two.
    private static string ShapeOf(ElementaryFunction function) =>
        function.Parameters.Length > 1 ? "Pairs" : function.Results.Length > 1 ? "Two" : "One";
}
