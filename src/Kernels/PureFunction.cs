using System.Linq.Expressions;
using Kernels.Lambdas;
using Kernels.Programs;

namespace Kernels;

/// <summary>
/// A pure function of numbers, given at run time as a text or a lambda: evaluated over arrays on every SIMD lane of every core.
/// </summary>
/// <remarks>
/// <para>
/// It means what it says: the operations of the formula in its order, each correctly rounded, the elementary functions those of
/// <see cref="Elementary"/> (with <see cref="Rounding.Correct"/> those of <see cref="CorrectlyRounded"/>). Nothing is contracted,
/// reordered or simplified; what occurs twice is computed once. So an element of a result has the bits of the same formula over single
/// numbers, whatever the array's length and alignment, the vector width, the number of threads and the processor.
/// </para>
/// <para>A function is immutable; any number of threads may use it at once.</para>
/// </remarks>
public sealed partial class PureFunction : IEquatable<PureFunction>
{
    private readonly FunctionProgram _program;
    private readonly Plan _plan;

    // What inputs, then results, are called in errors.
    private readonly string[] _names;

    internal PureFunction(FunctionProgram program)
    {
        _program = program;
        _plan = new(program);
        _names = [.. program.Inputs, .. program.Outputs];
        Inputs = Array.AsReadOnly(program.Inputs);
        Outputs = Array.AsReadOnly(program.Outputs);
    }

    /// <summary>The names of the inputs, in the order in which columns are given: at most 8.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The names of the results, in the order in which columns are given: 1 to 8.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>How the elementary functions within it are rounded.</summary>
    public Rounding Rounding => _program.Rounding;

    internal FunctionProgram Program => _program;

    /// <summary>Reads a formula: <c>x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)</c>.</summary>
    /// <param name="text">The formula, in the syntax of Python's expressions: see <c>docs/your-own-function.md</c>.</param>
    /// <param name="inputs">The names of the inputs; if there are none, they are the names that nothing is assigned to, in the order in
    /// which the text has them.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is no formula: the message says where and why.</exception>
    public static PureFunction Parse(string text, params ReadOnlySpan<string> inputs) => Parse(text, Rounding.Declared, inputs);

    /// <inheritdoc cref="Parse(string, ReadOnlySpan{string})"/>
    /// <param name="text">The formula, in the syntax of Python's expressions: see <c>docs/your-own-function.md</c>.</param>
    /// <param name="rounding">How the elementary functions are rounded.</param>
    /// <param name="inputs">The names of the inputs; if there are none, they are the names that nothing is assigned to, in the order in
    /// which the text has them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounding"/> is none of the two.</exception>
    public static PureFunction Parse(string text, Rounding rounding, params ReadOnlySpan<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(text);
        Check(rounding);
        using var environment = FloatingPointEnvironment.Default();
        return new(Parser.Parse(text, rounding, inputs));
    }

    /// <summary>Reads the bytes that <see cref="ToBytes"/> has made; whoever made them, they cannot do harm.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The function.</returns>
    /// <exception cref="FormatException">The bytes are no function: the message says why.</exception>
    public static PureFunction FromBytes(ReadOnlySpan<byte> bytes)
    {
        using var environment = FloatingPointEnvironment.Default();
        return new(ProgramBytes.Read(bytes));
    }

    /// <summary>Reads a lambda, as the compiler hands it over: <c>(double t, double a) =&gt; Math.Exp(-a * t) * Math.Cos(t)</c>.</summary>
    /// <param name="lambda">The lambda: of doubles, with a double, a tuple or a record of doubles as result.</param>
    /// <param name="rounding">How the elementary functions are rounded.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lambda"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounding"/> is none of the two.</exception>
    /// <exception cref="ArgumentException">The lambda contains what is no operation of numbers: the message shows it.</exception>
    public static PureFunction From(LambdaExpression lambda, Rounding rounding = Rounding.Declared)
    {
        ArgumentNullException.ThrowIfNull(lambda);
        Check(rounding);
        using var environment = FloatingPointEnvironment.Default();
        return new(LambdaReader.Read(lambda, rounding));
    }

    /// <summary>Makes the function that has a number in the place of an input.</summary>
    /// <param name="input">The input's name.</param>
    /// <param name="value">The number. What depends on such numbers and constants alone is computed now.</param>
    /// <returns>The function of the other inputs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such input.</exception>
    public PureFunction With(string input, double value)
    {
        ArgumentNullException.ThrowIfNull(input);
        int place = Array.IndexOf(_program.Inputs, input);
        if (place < 0)
            throw new ArgumentException($"There is no input '{input}'; there is {Listed(_program.Inputs)}.", nameof(input));
        using var environment = FloatingPointEnvironment.Default();
        var builder = new ProgramBuilder(Rounding);
        ProgramValue[] arguments = [.. _program.Inputs.Select((name, i) => i == place ? builder.Constant(value) : builder.Input(name))];
        return new(builder.Build([.. _program.Outputs.Zip(builder.Replay(_program, arguments))]));
    }

    /// <summary>The function as bytes, which every later version reads: equal functions have equal bytes.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToBytes() => ProgramBytes.Write(_program);

    /// <summary>The function as a text that <see cref="Parse(string, ReadOnlySpan{string})"/> reads.</summary>
    /// <returns>The text: <c>(t, a) -&gt; y = …</c>. It does not say how the elementary functions are rounded.</returns>
    public override string ToString() => FloatingPointEnvironment.UnderDefault(() => ProgramText.Write(_program));

    /// <summary>Tells what is computed: the operations that are left after sharing, and the passes over arrays that they take.</summary>
    /// <returns>Lines of text.</returns>
    public string Explain() => FloatingPointEnvironment.UnderDefault(() => ProgramText.Explain(_program, _plan));

    /// <summary>Whether both are the same function: names, constants and operations, in the same tier.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PureFunction? other) => other is not null && _program.Equals(other._program);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PureFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => _program.GetHashCode();

    private static void Check(Rounding rounding)
    {
        if (rounding is not (Rounding.Declared or Rounding.Correct))
            throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "The rounding is Declared or Correct.");
    }

    private static string Listed(string[] names) =>
        names.Length == 0 ? "none" : string.Join(", ", names.Select(name => $"'{name}'"));
}
