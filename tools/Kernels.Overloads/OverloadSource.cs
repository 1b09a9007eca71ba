using System.Globalization;
using System.Text.RegularExpressions;

namespace Kernels.Overloads;

/// <summary>The public overloads of a function, with their documentation, as source.</summary>
internal static class OverloadSource
{
    private const string ToTheEnd = "At least as long as <paramref name=\"x\"/>, the rest is left as it is.";

    public static string FileOf(ElementaryFunction function) => $"Elementary.{function.Name}.g.cs";

    public static string Write(ElementaryFunction function)
    {
        var source = new Source(function);
        source.Begin("Elementary", isFirst: true);
        source.Spans("double", "Declared", function.Kernel);
        source.Spans("float", "Declared", function.SingleKernel);
        source.Single("double", "Double1", "double", function.Kernel, "a number");
        source.Single("Vector128<double>", "Double2", "double", function.Kernel, "each of the two numbers");
        source.Single("Vector256<double>", "Double4", "double", function.Kernel, "each of the four numbers");
        source.Single("Vector512<double>", "Double8", "double", function.Kernel, "each of the eight numbers");
        source.Single("Vector128<float>", "Double4", "float", function.SingleKernel, "each of the four floats");
        source.Single("Vector256<float>", "Double8", "float", function.SingleKernel, "each of the eight floats");
        source.Single("Vector512<float>", "Double8", "float", function.SingleKernel, "each of the sixteen floats");
        source.Lanes();
        source.End();
        source.Begin("CorrectlyRounded", isFirst: false);
        source.Spans("double", "Correct", function.Kernel);
        source.Spans("float", "Declared", function.SingleKernel);
        source.Number();
        source.End();
        return source.ToString();
    }

    private sealed class Source(ElementaryFunction function) : SourceText
    {
        private bool _isCorrect;

        private string Bound => function.ErrorBoundInUlp.ToString(CultureInfo.InvariantCulture);

        // "The angles" are "the angle" of a single number.
        private string OneArgument => Regex.Replace(function.Argument, @"^(The \w+)s\b", "$1");

        private bool IsPair => function.Results.Length > 1;

        private string What => string.Join(" and ", function.Results);

        private string Destinations =>
            IsPair ? string.Join(", ", function.Names.Select(DestinationOf)) : "destination";

        private static string DestinationOf(string name) =>
            $"{char.ToLowerInvariant(name[0])}{name[1..]}Destination";

        public void Begin(string name, bool isFirst)
        {
            _isCorrect = !isFirst;
            if (isFirst)
                Begin("System.Runtime.Intrinsics", "Kernels.Functions", "Kernels.Loops", "Kernels.Threading");
            BeginClass(name);
        }

        public void Spans(string type, string tier, string kernel)
        {
            bool isDouble = type == "double";
            string body = tier == "Correct" ? $"TableBody<{kernel}, Correct<{kernel}, {function.Proof}>>" : $"TableBody<{kernel}, {tier}>";
            string destinations = IsPair
                ? string.Join(", ", function.Names.Select(name => $"Span<{type}> {DestinationOf(name)}"))
                : $"Span<{type}> destination";
            string signature = $"ReadOnlySpan<{type}> x, {destinations}";
            string spans = string.Join(", ", function.Results.Select(_ => "Span{double}"));
            string reference = $"{function.Name}(ReadOnlySpan{{double}}, {spans})";
            string parallel = reference.Replace(")", ", ParallelOptions, IProgress{long})", StringComparison.Ordinal);
            string element = isDouble ? "element" : "float";
            string error = isDouble && !_isCorrect ? $"Error of at most {Bound} ULP. " : "";
            string correctly = isDouble ? _isCorrect ? ", correctly rounded" : "" : ", correctly rounded";
            string nearest = isDouble ? "" : "The floats nearest to the exact values. ";

            Doc("summary", $"Computes {What} of every {element}{correctly}, on the calling thread.");
            if (isDouble)
            {
                Doc("param", function.Argument, "x");
                Results();
                Doc("remarks", $"{error}{function.SpecialValues} NaN has the bits of <see cref=\"double.NaN\"/>.");
                Exceptions();
            }
            else
            {
                Line($"    /// <inheritdoc cref=\"{reference}\" path=\"/param|/exception\"/>");
                Doc("remarks", $"{nearest}{function.SpecialValues} NaN has the bits of <see cref=\"float.NaN\"/>.");
            }

            Line($"    public static void {function.Name}({signature}) =>");
            Call(body, "default(CallingThread)");

            Doc("summary", $"Computes {What} of every {element}{correctly}, on all cores.");
            if (isDouble)
            {
                Doc("param", function.Argument, "x");
                Results();
                OptionsAndProgress("elements");
                Doc(
                    "remarks",
                    $"{error}{function.SpecialValues} The calling thread takes part. After a cancellation the written part of the "
                        + $"destination{(IsPair ? "s" : "")} is unspecified.");
                Exceptions();
                Line("    /// <exception cref=\"ArgumentNullException\"><paramref name=\"options\"/> is null.</exception>");
                Cancellation();
            }
            else
            {
                Line($"    /// <inheritdoc cref=\"{parallel}\"");
                Line("    /// path=\"/param|/exception\"/>");
                Doc(
                    "remarks",
                    $"{nearest}{function.SpecialValues} The calling thread takes part. After a cancellation the written part of the "
                        + $"destination{(IsPair ? "s" : "")} is unspecified.");
            }

            Line($"    public static void {function.Name}(");
            Line($"        {signature},");
            Line("        ParallelOptions options,");
            Line("        IProgress<long>? progress = null) =>");
            Call(body, "new Partitioner(options, progress)");
        }

        private void Call(string body, string runner)
        {
            Line("        Driver.Evaluate(");
            Line($"            default({body}),");
            Line($"            x, {Destinations}{(IsPair ? "" : ", default")}, {runner});");
            Line();
        }

        public void Single(string type, string lanes, string format, string kernel, string of)
        {
            bool isDouble = format == "double";
            string result = IsPair ? $"({type} {function.Names[0]}, {type} {function.Names[1]})" : type;
            Doc("summary", $"Computes {What} of {of}{(isDouble ? "" : ", correctly rounded")}.");
            Doc("param", type == "double" ? OneArgument : function.Argument, "x");
            string error = isDouble ? $"The results, with an error of at most {Bound} ULP. " : "The nearest floats. ";
            Doc("returns", $"{error}{function.SpecialValues} NaN has the bits of <see cref=\"{format}.NaN\"/>.");
            Line($"    public static {result} {function.Name}({type} x) =>");
            Line($"        SingleCalls.Evaluate<{kernel}, {lanes}<Whole>, {format}, {type}>(x){(IsPair ? "" : ".First")};");
            Line();
        }

        public void Lanes()
        {
            Doc("summary", $"Computes {What} of every lane, inside a function or curve of the user's own.");
            Line("    /// <typeparam name=\"V\">The lanes.</typeparam>");
            Doc("param", function.Argument, "x");
            Doc("returns", $"The results, with an error of at most {Bound} ULP. {function.SpecialValues}");
            Line("    [MethodImpl(MethodImplOptions.AggressiveInlining)]");
            Line($"    public static {(IsPair ? $"(V {function.Names[0]}, V {function.Names[1]})" : "V")} {function.Name}<V>(V x)");
            Line($"        where V : struct, ILanes<V> => {function.Kernel}.Evaluate(x, default){(IsPair ? "" : ".First")};");
            Line();
        }

        public void Number()
        {
            Doc("summary", $"Computes {What} of a number, correctly rounded.");
            Doc("param", OneArgument, "x");
            Doc("returns", $"The nearest doubles. {function.SpecialValues} NaN has the bits of <see cref=\"double.NaN\"/>.");
            string result = IsPair ? $"(double {function.Names[0]}, double {function.Names[1]})" : "double";
            Line($"    public static {result} {function.Name}(double x) =>");
            Line($"        SingleCalls.Round<{function.Kernel}, {function.Proof}>(x){(IsPair ? "" : ".First")};");
            Line();
        }

        private void Results()
        {
            const string InPlace = "<paramref name=\"x\"/> itself, starting at the same element; ";
            if (!IsPair)
            {
                Doc(
                    "param",
                    $"Receives the results. {ToTheEnd} It may be {InPlace}the part that is written must not overlap it otherwise.",
                    "destination");
                return;
            }

            Doc("param", $"Receives {function.Results[0]} of each. {ToTheEnd}", DestinationOf(function.Names[0]));
            Doc(
                "param",
                $"Receives {function.Results[1]}, likewise. Either destination may be {InPlace}the parts that are written must not overlap "
                    + "it otherwise, nor one another.",
                DestinationOf(function.Names[1]));
        }

        private void Exceptions()
        {
            string which = IsPair
                ? "A destination is too short, or the part of it that is written overlaps <paramref name=\"x\"/> elsewhere than at the "
                    + "same elements, or that of the other destination. Nothing has been written."
                : "<paramref name=\"destination\"/> is too short, or its written part overlaps <paramref name=\"x\"/> elsewhere than at "
                    + "the same elements. Nothing has been written.";
            Wrapped($"<exception cref=\"ArgumentException\">{which}</exception>");
        }
    }
}
