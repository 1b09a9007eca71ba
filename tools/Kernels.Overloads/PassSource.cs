using System.Globalization;
using System.Text;

namespace Kernels.Overloads;

/// <summary>The elementary functions as programs call them, as source.</summary>
internal static class PassSource
{
    public static readonly string File = Path.Combine("Programs", "ElementaryPasses.g.cs");

    public static string Write(IEnumerable<ElementaryFunction> functions)
    {
        var source = new StringBuilder("""
            #nullable enable

            using Kernels.Functions;
            using Kernels.Loops;

            namespace Kernels.Programs;

            /// <content>Written by tools/Kernels.Overloads.</content>
            internal static unsafe partial class ElementaryPasses
            {
                /// <summary>A function over blocks: input columns, then result columns.</summary>
                /// <returns>How many elements are done: less than all, but a vector at least, if <see cref="Ticks"/> has moved.</returns>
                [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
                public static nint Run<VNear, VWhole>(Operator operation, Rounding rounding, double** columns, nint count)
                    where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> => (operation, rounding) switch
                    {

            """);
        foreach (var function in functions)
        {
            foreach (var (tier, body) in (ReadOnlySpan<(string, string)>)[("Declared", function.Body), ("Correct", function.CorrectBody)])
            {
                source.Append(CultureInfo.InvariantCulture, $"            (Operator.{function.Name}, Rounding.{tier}) =>\n");
                source.Append(CultureInfo.InvariantCulture, $"                Run<{body}, VNear, VWhole>(columns, count),\n");
            }
        }

        return source.Append("            _ => throw NoFunction(operation),\n        };\n}\n").ToString();
    }
}
