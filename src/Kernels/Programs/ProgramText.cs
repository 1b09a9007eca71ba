using System.Globalization;
using System.Text;

namespace Kernels.Programs;

/// <summary>Programs as texts.</summary>
internal static class ProgramText
{
    /// <summary>The line that <see cref="Parser"/> reads as an equal program: <c>(t) -&gt; _1 = 2*t; x = sin(_1); y = _1 + t</c>.</summary>
    /// <remarks>
    /// What is used more than once, or is deep, has a name of its own. Results are assigned last, in their order; an input that is read
    /// after a result has taken its name is given another one before.
    /// </remarks>
    public static string Write(FunctionProgram program)
    {
        var writer = new Writer(program);
        StringBuilder text = new();
        _ = text.Append('(').AppendJoin(", ", program.Inputs).Append(") ->");
        string separator = " ";
        foreach (var (name, expression) in writer.Statements())
        {
            _ = text.Append(separator).Append(name).Append(" = ").Append(expression);
            separator = "; ";
        }

        return text.ToString();
    }

    /// <summary>A line for each operation, then how many there are and what they take.</summary>
    public static string Explain(FunctionProgram program, Plan plan)
    {
        StringBuilder text = new();
        _ = text.Append('(').AppendJoin(", ", program.Inputs).Append(") -> ").AppendJoin(", ", program.Outputs).Append('\n');
        foreach (var (name, expression) in new Writer(program).Operations())
            _ = text.Append(name).Append(" = ").Append(expression).Append('\n');
        int calls = plan.Passes.Count(pass => pass.Operator >= Operator.Sin);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{text}operations: {program.Operations.Length}\n"
            + $"elementary calls: {calls} (a sine and a cosine of one number are one)\n"
            + $"passes: {plan.Passes.Length}\nconstants: {program.Constants.Length}\nblock length: {plan.BlockLength}");
    }

    /// <summary>A constant, as short as it can be: where its name stands for something else, infinity and NaN are quotients.</summary>
    private static Fragment Constant(double value, Func<string, bool> isTaken)
    {
        if (double.IsFinite(value))
        {
            string number = value.ToString("R", CultureInfo.InvariantCulture);

            // Of 2⁻²⁵ and 2⁻⁹⁵⁸ .NET 10 writes a digit too few. (github.com/dotnet/runtime/pull/131131)
            if (!double.Parse(number, CultureInfo.InvariantCulture).Equals(value))
                number = value.ToString("G17", CultureInfo.InvariantCulture);
            number = number.ToLowerInvariant();
            return new(number, double.IsNegative(value) ? Precedence.Sign : Precedence.Atom);
        }

        string name = double.IsNaN(value) ? "nan" : "inf";
        if (isTaken(name))
            return new(double.IsNaN(value) ? "0/0" : value < 0 ? "-1/0" : "1/0", Precedence.Product);
        return value < 0 ? new("-" + name, Precedence.Sign) : new(name, Precedence.Atom);
    }

    /// <summary>A part of a text.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Precedence">How tightly its loosest operator binds.</param>
    /// <param name="Depth">Expressions within each other, at most.</param>
    private readonly record struct Fragment(string Text, Precedence Precedence, int Depth = 0)
    {
        /// <summary>The fragment where what binds less tightly needs parentheses.</summary>
        public Fragment Within(Precedence least) =>
            Precedence >= least ? this : new($"({Text})", Precedence.Atom, Depth + 1);
    }

    /// <summary>Writes values.</summary>
    private sealed class Writer
    {
        // Half of what the reader allows.
        private const int DeepestNesting = Parser.DeepestNesting / 2;

        private readonly FunctionProgram _program;
        private readonly Fragment[] _values;
        private readonly int[] _uses;
        private readonly HashSet<string> _taken;
        private int _names;

        public Writer(FunctionProgram program)
        {
            _program = program;
            _values = new Fragment[program.FirstOperation + program.Operations.Length];
            _uses = new int[_values.Length];
            _taken = [.. program.Inputs, .. program.Outputs];
            for (int i = 0; i < program.Inputs.Length; i++)
                _values[i] = new(program.Inputs[i], Precedence.Atom);
            for (int i = 0; i < program.Constants.Length; i++)
                _values[program.FirstConstant + i] = Constant(program.Constants[i], _taken.Contains);
            foreach (var operation in program.Operations)
            {
                for (int operand = 0; operand < Operators.Of(operation.Operator).Operands; operand++)
                    _uses[operation[operand]]++;
            }

            foreach (int result in program.Results)
                _uses[result]++;
        }

        public IEnumerable<(string Name, string Expression)> Statements()
        {
            for (int input = 0; input < _program.Inputs.Length; input++)
            {
                // The last result may take the name: nothing is read after it.
                int result = Array.IndexOf(_program.Outputs, _program.Inputs[input]);
                if (result >= 0 && result < _program.Outputs.Length - 1 && _uses[input] > 0)
                    yield return Named(input);
            }

            for (int i = 0; i < _program.Operations.Length; i++)
            {
                int value = _program.FirstOperation + i;
                _values[value] = Written(_program.Operations[i]);
                if (_uses[value] > 1 || _values[value].Depth > DeepestNesting)
                    yield return Named(value);
            }

            foreach (var (name, result) in _program.Outputs.Zip(_program.Results))
                yield return (name, _values[result].Text);
        }

        /// <summary>Each operation by itself, then results that are none or that an operation is not named by.</summary>
        public IEnumerable<(string Name, string Expression)> Operations()
        {
            for (int i = 0; i < _program.Operations.Length; i++)
            {
                int value = _program.FirstOperation + i, result = Array.IndexOf(_program.Results, value);
                _values[value] = Written(_program.Operations[i]);
                bool isNamed = result >= 0 && !_program.Inputs.Contains(_program.Outputs[result]);
                yield return Named(value, isNamed ? _program.Outputs[result] : null);
            }

            foreach (var (name, result) in _program.Outputs.Zip(_program.Results))
            {
                if (_values[result].Text != name)
                    yield return (name, _values[result].Text);
            }
        }

        // From now on the value is written as a name: if none is given, as a new one.
        private (string Name, string Expression) Named(int value, string? name = null)
        {
            if (name is null)
            {
                do
                    name = string.Create(CultureInfo.InvariantCulture, $"_{++_names}");
                while (_taken.Contains(name));
            }

            string expression = _values[value].Text;
            _values[value] = new(name, Precedence.Atom);
            return (name, expression);
        }

        private Fragment Written(Operation operation)
        {
            var info = Operators.Of(operation.Operator);
            var precedence = Syntax.PrecedenceOf(operation.Operator);
            Fragment a = _values[operation.A], b = _values[operation.B];
            return operation.Operator switch
            {
                Operator.Not when IsUnnamedEquality(operation.A, out var equal) =>
                    Infix(_values[equal.A], "!=", _values[equal.B], Precedence.Comparison),
                Operator.Not => Prefix("not ", a, precedence),
                Operator.Negate => Prefix("-", a, precedence),
                Operator.IntegerPower => Power(a, b),
                Operator.Pow => Power(a, _program.IsConstant(operation.B) ? NoInteger(b) : b),
                _ when !info.IsCall => Infix(a, info.Name, b, precedence),
                _ => Call(info, operation),
            };
        }

        // Whether a value is written as an equality: then its opposite is an inequality.
        private bool IsUnnamedEquality(int value, out Operation equality)
        {
            equality = _program.OperationOf(value);
            return equality.Operator == Operator.Equal && _values[value].Precedence == Precedence.Comparison;
        }

        private static Fragment Prefix(string sign, Fragment operand, Precedence precedence)
        {
            var a = operand.Within(precedence);
            return new(sign + a.Text, precedence, a.Depth + 1);
        }

        private static Fragment Power(Fragment x, Fragment exponent)
        {
            Fragment a = x.Within(Precedence.Atom), b = exponent.Within(Precedence.Sign);
            return new($"{a.Text}**{b.Text}", Precedence.Power, Math.Max(a.Depth, b.Depth + 1));
        }

        // What is written as an integer would be an integer power.
        private static Fragment NoInteger(Fragment number) =>
            number.Text.All(letter => letter == '-' || char.IsAsciiDigit(letter)) ? number with { Text = number.Text + ".0" } : number;

        private static Fragment Infix(Fragment left, string name, Fragment right, Precedence precedence)
        {
            Fragment a = left.Within(precedence == Precedence.Comparison ? precedence + 1 : precedence), b = right.Within(precedence + 1);
            string space = precedence == Precedence.Product ? "" : " ";
            return new($"{a.Text}{space}{name}{space}{b.Text}", precedence, Math.Max(a.Depth, b.Depth));
        }

        private Fragment Call(OperatorInfo info, Operation operation)
        {
            Fragment[] arguments = [.. operation.Operands.Select(operand => _values[operand])];
            string text = string.Join(", ", arguments.Select(argument => argument.Text));
            return new($"{info.Name}({text})", Precedence.Atom, arguments.Max(argument => argument.Depth) + 1);
        }
    }
}
