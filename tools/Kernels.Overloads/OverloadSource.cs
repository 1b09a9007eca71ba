using System.Globalization;
using System.Text.RegularExpressions;

namespace Kernels.Overloads;

/// <summary>The public overloads of a function, with their documentation, as source.</summary>
internal static class OverloadSource
{
    public static string FileOf(ElementaryFunction function) => $"Elementary.{function.Name}.g.cs";

    public static string Write(ElementaryFunction function)
    {
        var source = new Source(function);
        source.Begin("Elementary", isFirst: true);
        source.Spans("double", function.Body);
        source.Spans("float", function.SingleBody);
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
        source.Spans("double", function.CorrectBody);
        source.Spans("float", function.SingleBody);
        source.Number();
        source.End();
        return source.ToString();
    }

    private sealed class Source(ElementaryFunction function) : SourceText
    {
        private bool _isCorrect;

        private string Bound => function.ErrorBoundInUlp.ToString(CultureInfo.InvariantCulture);

        private bool IsPair => function.Results.Length > 1;

        private bool IsOfTwo => function.Parameters.Length > 1;

        private string What => string.Join(" and ", function.Results);

        private string Destinations =>
            IsPair ? string.Join(", ", function.Names.Select(DestinationOf)) : "destination";

        private static string DestinationOf(string name) =>
            $"{char.ToLowerInvariant(name[0])}{name[1..]}Destination";

        // "The angles" are "the angle" of a single number.
        private static string OfOne(string arguments) => Regex.Replace(arguments, @"^(The (first |second )?\w+)s\b", "$1");

        public void Begin(string name, bool isFirst)
        {
            _isCorrect = !isFirst;
            if (isFirst)
                Begin("System.Runtime.Intrinsics", "Kernels.Functions", "Kernels.Loops", "Kernels.Threading");
            BeginClass(name);
        }

        /// <summary>Of two inputs either may be one number.</summary>
        public void Spans(string type, string body)
        {
            foreach (string? number in IsOfTwo ? [null, .. function.Parameters.Reverse()] : (string?[])[null])
                SpansWith(number, type, body);
        }

        private void SpansWith(string? number, string type, string body)
        {
            bool isDouble = type == "double";
            string destinations = IsPair
                ? string.Join(", ", function.Names.Select(name => $"Span<{type}> {DestinationOf(name)}"))
                : $"Span<{type}> destination";
            string inputs = string.Join(
                ", ", function.Parameters.Select(name => $"{(name == number ? type : $"ReadOnlySpan<{type}>")} {name}"));
            string signature = $"{inputs}, {destinations}";
            var types = function.Parameters.Select(name => name == number ? "double" : "ReadOnlySpan{double}")
                .Concat(function.Results.Select(_ => "Span{double}"));
            string reference = $"{function.Name}({string.Join(", ", types)})";
            string parallel = reference.Replace(")", ", ParallelOptions, IProgress{long})", StringComparison.Ordinal);
            string element = isDouble ? "element" : "float";
            string elements = !IsOfTwo ? element : number is null ? $"pair of {element}s" : $"{element} and one number";
            string error = isDouble && !_isCorrect ? $"Error of at most {Bound} ULP. " : "";
            string correctly = isDouble ? _isCorrect ? ", correctly rounded" : "" : ", correctly rounded";
            string nearest = isDouble ? "" : "The floats nearest to the exact values. ";

            Doc("summary", $"Computes {What} of every {elements}{correctly}, on the calling thread.");
            if (isDouble)
            {
                Arguments(number);
                Results(number);
                Doc("remarks", $"{error}{function.SpecialValues} NaN has the bits of <see cref=\"double.NaN\"/>.");
                Exceptions(number);
            }
            else
            {
                Line($"    /// <inheritdoc cref=\"{reference}\" path=\"/param|/exception\"/>");
                Doc("remarks", $"{nearest}{function.SpecialValues} NaN has the bits of <see cref=\"float.NaN\"/>.");
            }

            Line($"    public static void {function.Name}({signature}) =>");
            Call(body, "default(CallingThread)");

            Doc("summary", $"Computes {What} of every {elements}{correctly}, on all cores.");
            if (isDouble)
            {
                Arguments(number);
                Results(number);
                OptionsAndProgress("elements");
                Doc(
                    "remarks",
                    $"{error}{function.SpecialValues} The calling thread takes part. After a cancellation the written part of the "
                        + $"destination{(IsPair ? "s" : "")} is unspecified.");
                Exceptions(number);
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
            Line($"        Driver.{(IsOfTwo ? "EvaluateOfTwo" : "Evaluate")}(");
            Line($"            default({body}),");
            string inputs = string.Join(", ", function.Parameters);
            Line($"            {inputs}, {Destinations}{(IsPair || IsOfTwo ? "" : ", default")}, {runner});");
            Line();
        }

        public void Single(string type, string lanes, string format, string kernel, string of)
        {
            bool isDouble = format == "double";
            string result = IsPair ? $"({type} {function.Names[0]}, {type} {function.Names[1]})" : type;
            Doc("summary", $"Computes {What} of {(IsOfTwo ? OfPairs(of) : of)}{(isDouble ? "" : ", correctly rounded")}.");
            SingleArguments(type == "double");
            string error = isDouble ? $"The results, with an error of at most {Bound} ULP. " : "The nearest floats. ";
            Doc("returns", $"{error}{function.SpecialValues} NaN has the bits of <see cref=\"{format}.NaN\"/>.");
            Line($"    public static {result} {function.Name}({Parameters(type)}) =>");
            string arguments = string.Join(", ", function.Parameters);
            string call = isDouble || function.SingleProof is null
                ? $"Evaluate<{kernel}, {lanes}<Whole>, {format}, {type}>({arguments}){(IsPair ? "" : ".First")};"
                : $"Round<{kernel}, {function.SingleProof}, {lanes}<Near>, {lanes}<Whole>, {format}, {type}>({arguments});";
            Line($"        SingleCalls.{call}");
            Line();
        }

        public void Lanes()
        {
            string lane = IsOfTwo ? "pair of lanes" : "lane";
            Doc("summary", $"Computes {What} of every {lane}, inside a function or curve of the user's own.");
            Line("    /// <typeparam name=\"V\">The lanes.</typeparam>");
            SingleArguments(isNumber: false);
            Doc("returns", $"The results, with an error of at most {Bound} ULP. {function.SpecialValues}");
            Line("    [MethodImpl(MethodImplOptions.AggressiveInlining)]");
            string result = IsPair ? $"(V {function.Names[0]}, V {function.Names[1]})" : "V";
            Line($"    public static {result} {function.Name}<V>({Parameters("V")})");
            string arguments = IsOfTwo ? string.Join(", ", function.Parameters) : "x, default";
            Line($"        where V : struct, ILanes<V> => {function.Kernel}.Evaluate({arguments}){(IsPair ? "" : ".First")};");
            Line();
        }

        public void Number()
        {
            Doc("summary", $"Computes {What} of {(IsOfTwo ? "two numbers" : "a number")}, correctly rounded.");
            SingleArguments(isNumber: true);
            Doc("returns", $"The nearest doubles. {function.SpecialValues} NaN has the bits of <see cref=\"double.NaN\"/>.");
            string result = IsPair ? $"(double {function.Names[0]}, double {function.Names[1]})" : "double";
            Line($"    public static {result} {function.Name}({Parameters("double")}) =>");
            string arguments = string.Join(", ", function.Parameters);
            Line($"        SingleCalls.Round<{function.Kernel}, {function.Proof}>({arguments}){(IsPair ? "" : ".First")};");
            Line();
        }

        private static string OfPairs(string of) => of == "a number" ? "two numbers"
            : Regex.Replace(of, "numbers|floats", "pairs of $0");

        private string Parameters(string type) => string.Join(", ", function.Parameters.Select(name => $"{type} {name}"));

        // What each input is; if it is one number, that it is so for all elements.
        private void Arguments(string? number)
        {
            foreach (var (name, what) in function.Parameters.Zip((string[])[function.Argument, function.SecondArgument]))
                Doc("param", name == number ? $"{OfOne(what).TrimEnd('.')}, one for all elements." : what + LengthOf(name, number), name);
        }

        private string LengthOf(string name, string? number) => number is null && name == function.Parameters[^1] && IsOfTwo
            ? $" As many as <paramref name=\"{function.Parameters[0]}\"/>." : "";

        private void SingleArguments(bool isNumber)
        {
            foreach (var (name, what) in function.Parameters.Zip((string[])[function.Argument, function.SecondArgument]))
                Doc("param", isNumber ? OfOne(what) : what, name);
        }

        private IEnumerable<string> Columns(string? number) => function.Parameters.Where(name => name != number);

        private static string Reference(string name) => $"<paramref name=\"{name}\"/>";

        private void Results(string? number)
        {
            string input = Reference(Columns(number).First()), inputs = string.Join(" or ", Columns(number).Select(Reference));
            string toTheEnd = $"At least as long as {input}, the rest is left as it is.";
            string inPlace = $"{inputs} itself, starting at the same element; ";
            string it = Columns(number).Count() > 1 ? "them" : "it";
            if (!IsPair)
            {
                Doc(
                    "param",
                    $"Receives the results. {toTheEnd} It may be {inPlace}the part that is written must not overlap {it} otherwise.",
                    "destination");
                return;
            }

            Doc("param", $"Receives {function.Results[0]} of each. {toTheEnd}", DestinationOf(function.Names[0]));
            Doc(
                "param",
                $"Receives {function.Results[1]}, likewise. Either destination may be {inPlace}the parts that are written must not overlap "
                    + "it otherwise, nor one another.",
                DestinationOf(function.Names[1]));
        }

        private void Exceptions(string? number)
        {
            string inputs = string.Join(" or ", Columns(number).Select(Reference));
            string unequal = Columns(number).Count() > 1
                ? $"{string.Join(" and ", Columns(number).Select(Reference))} have different lengths, " : "";
            string which = IsPair
                ? "A destination is too short, or the part of it that is written overlaps <paramref name=\"x\"/> elsewhere than at the "
                    + "same elements, or that of the other destination. Nothing has been written."
                : $"{unequal}<paramref name=\"destination\"/> is too short, or its written part overlaps {inputs} elsewhere than at "
                    + "the same elements. Nothing has been written.";
            Wrapped($"<exception cref=\"ArgumentException\">{which}</exception>");
        }
    }
}
