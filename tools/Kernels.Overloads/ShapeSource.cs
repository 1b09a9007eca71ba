namespace Kernels.Overloads;

/// <summary>How users' functions of a shape are evaluated: over arguments, and over evenly spaced ones.</summary>
/// <param name="Owner">The public class.</param>
/// <param name="Evaluate">The method over arguments.</param>
/// <param name="Results">What the results are.</param>
/// <param name="Argument">What an argument is called.</param>
/// <param name="Input">The parameter of the arguments.</param>
/// <param name="Outputs">The parameters of the results, and what each receives.</param>
internal sealed record UserShape(
    string Owner, string Evaluate, string Results, string Argument, string Input, (string Name, string Receives)[] Outputs)
{
    public static UserShape[] All =>
    [
        new("Function", "Apply", "values", "argument", "x", [("destination", "the values")]),
        new("Curve", "Evaluate", "points", "parameter", "t", [("x", "the first coordinates"), ("y", "the second coordinates")]),
    ];

    public string File => $"{Owner}.g.cs";

    /// <summary>The function's parameter.</summary>
    public string Name => Owner.ToLowerInvariant();

    public bool IsPair => Outputs.Length > 1;
}

/// <summary>The overloads for users' functions of a shape, with their documentation, as source.</summary>
internal sealed class ShapeSource : SourceText
{
    private readonly UserShape _shape;

    private ShapeSource(UserShape shape) => _shape = shape;

    private string Destinations => _shape.IsPair ? "destinations" : "destination";

    private string Outputs => string.Join(", ", _shape.Outputs.Select(output => output.Name));

    public static string Write(UserShape shape)
    {
        var source = new ShapeSource(shape);
        source.Begin("Kernels.Loops", "Kernels.Threading");
        source.BeginClass(shape.Owner);
        foreach (string type in (string[])["double", "float"])
        {
            source.Evaluate(type, isParallel: false);
            source.Evaluate(type, isParallel: true);
            source.Sample(type, hasFirst: false, isParallel: false);
            source.Sample(type, hasFirst: true, isParallel: false);
            source.Sample(type, hasFirst: false, isParallel: true);
            source.Sample(type, hasFirst: true, isParallel: true);
        }

        source.End();
        return source.ToString();
    }

    private void Evaluate(string type, bool isParallel)
    {
        Head($"at every {_shape.Argument}", type, isParallel);
        Doc("param", $"The {_shape.Argument}s.", _shape.Input);
        foreach (var (name, receives) in _shape.Outputs)
            Doc("param", $"Receives {receives}; at least as long as <paramref name=\"{_shape.Input}\"/>.", name);
        string itself = $"<paramref name=\"{_shape.Input}\"/> itself, starting at the same element; it must not overlap it otherwise";
        string rules = _shape.IsPair
            ? $"Elements of a destination beyond the length of <paramref name=\"{_shape.Input}\"/> are left as they are, and may overlap "
                + $"anything. The part of either that is written may be {itself}, nor the other's."
            : $"Elements of <paramref name=\"destination\"/> beyond the length of <paramref name=\"{_shape.Input}\"/> are left as they "
                + $"are, and may overlap anything. The part that is written may be {itself}.";
        string bits = $"Each of the {_shape.Results} depends on its own {_shape.Argument} alone, and has the same bits whatever the "
            + $"array's length and alignment, the vector width and the processor. NaN has the bits of <see cref=\"{type}.NaN\"/>. "
            + $"Error bounds are the {_shape.Name}'s.{Precision(type)}";
        Remarks(isParallel, rules, bits);
        string overlap = _shape.IsPair
            ? $"A destination is too short, or the part of it that is written overlaps <paramref name=\"{_shape.Input}\"/> elsewhere than "
                + "at the same elements, or that of the other destination."
            : $"<paramref name=\"destination\"/> is too short, or its written part overlaps <paramref name=\"{_shape.Input}\"/> elsewhere "
                + "than at the same elements.";
        Exceptions(isParallel, overlap, hasFirst: false);
        Method(_shape.Evaluate, type, $"ReadOnlySpan<{type}> {_shape.Input}", isParallel, _shape.Input);
    }

    private void Sample(string type, bool hasFirst, bool isParallel)
    {
        Head($"at evenly spaced {_shape.Argument}s{(hasFirst ? " from a given index on" : "")}", type, isParallel);
        Doc("param", $"The {_shape.Argument} with the index 0.", "start");
        Doc("param", $"The distance from one {_shape.Argument} to the next.", "step");
        if (hasFirst)
        {
            string limit = "the magnitudes of indices are limited to 2⁵³, where they are doubles";
            Doc("param", $"The index i of the first of the {_shape.Results}; {limit}.", "first");
        }

        var (longest, received) = _shape.Outputs[0];
        Doc("param", $"Receives {received}; its length is the number of {_shape.Results}.", longest);
        foreach (var (name, receives) in _shape.Outputs.Skip(1))
            Doc("param", $"Receives {receives}; at least as long as <paramref name=\"{longest}\"/>, the rest is left as it is.", name);
        string same = $"Number i of the {_shape.Results} belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that "
            + $"<c>{_shape.Evaluate}</c> gives for that {_shape.Argument}, wherever in a range it is.{Precision(type)}";
        string spared = hasFirst
            ? $"However many {_shape.Results} there are, they can pass through a small buffer."
            : $"There is no array of {_shape.Argument}s to be filled and read.";
        Remarks(isParallel, same, spared);
        string overlap = $"<paramref name=\"{_shape.Outputs[^1].Name}\"/> is too short, or the part of it that is written overlaps "
            + $"<paramref name=\"{longest}\"/>.";
        Exceptions(isParallel, _shape.IsPair ? overlap : null, hasFirst);
        string index = hasFirst ? "first" : "0";
        Method("Sample", type, $"double start, double step{(hasFirst ? ", long first" : "")}", isParallel, $"start, step, {index}");
    }

    private void Head(string what, string type, bool isParallel)
    {
        string where = isParallel ? "on all cores" : "on the calling thread";
        Doc("summary", $"Evaluates a {_shape.Name} {what}{(type == "float" ? " over floats" : "")}, {where}.");
        Doc("typeparam", $"The {_shape.Name}.", $"T{_shape.Owner}");
        Doc("param", $"The {_shape.Name}, with its own parameters.", _shape.Name);
    }

    private static string Precision(string type) => type == "float" ? " It is computed in double and rounded to float once." : "";

    private void Remarks(bool isParallel, string first, string second)
    {
        if (isParallel)
        {
            OptionsAndProgress(_shape.Results);
            second += $" The calling thread takes part. After an exception or a cancellation the written part of the {Destinations} is "
                + "unspecified.";
        }

        Line("    /// <remarks>");
        Doc("para", first);
        Doc("para", second);
        Line("    /// </remarks>");
    }

    private void Exceptions(bool isParallel, string? overlap, bool hasFirst)
    {
        string isNull = $"<paramref name=\"{_shape.Name}\"/>{(isParallel ? " or <paramref name=\"options\"/>" : "")}";
        Wrapped($"<exception cref=\"ArgumentNullException\">{isNull} is null.</exception>");
        if (overlap is not null)
            Wrapped($"<exception cref=\"ArgumentException\">{overlap} Nothing has been written.</exception>");
        if (hasFirst)
            Wrapped("<exception cref=\"ArgumentOutOfRangeException\">An index would be beyond ±2⁵³. Nothing has been written.</exception>");
        if (isParallel)
            Cancellation();
    }

    private void Method(string name, string type, string inputs, bool isParallel, string arguments)
    {
        string outputs = string.Join(", ", _shape.Outputs.Select(output => $"Span<{type}> {output.Name}"));
        Line($"    public static void {name}<T{_shape.Owner}>(");
        Line($"        T{_shape.Owner} {_shape.Name}, {inputs}, {outputs}{(isParallel ? "," : ")")}");
        if (isParallel)
            Line("        ParallelOptions options, IProgress<long>? progress = null)");
        Line($"        where T{_shape.Owner} : I{_shape.Owner} =>");
        string runner = isParallel ? "new Partitioner(options, progress)" : "default(CallingThread)";
        Line($"        Run({_shape.Name}, {arguments}, {Outputs}, {runner});");
        Line();
    }
}
