using System.Globalization;

namespace Kernels.Programs;

/// <summary>A value of a program that is being made.</summary>
internal readonly record struct ProgramValue(int Index);

/// <summary>
/// Makes a program: shares what is equal, computes what is constant, leaves out what no result needs, and keeps within the limits.
/// </summary>
internal sealed class ProgramBuilder(Rounding rounding)
{
    /// <summary>Values while a program is made, those among them that no result will need.</summary>
    private const int MostValues = 1 << 16;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _known = [];
    private readonly List<string> _inputs = [];

    private enum Leaf : byte
    {
        None,
        Input,
        Constant,
        Condition,
    }

    public Rounding Rounding { get; } = rounding;

    /// <summary>The inputs so far.</summary>
    public IReadOnlyList<string> Inputs => _inputs;

    /// <summary>The input of a name: a new one if it has not been there.</summary>
    public ProgramValue Input(string name)
    {
        int input = _inputs.IndexOf(name);
        if (input < 0)
        {
            CheckName(name);
            input = _inputs.Count;
            _inputs.Add(name);
            if (_inputs.Count > FunctionProgram.MostInputs)
                throw new ProgramException(Limit("inputs", FunctionProgram.MostInputs));
        }

        return Add(new(Leaf.Input, default, input));
    }

    /// <summary>A constant: two are equal if their bits are, but there is one NaN.</summary>
    public ProgramValue Constant(double value) =>
        Add(new(Leaf.Constant, default, Bits: BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value)));

    /// <summary>A condition that always holds, or never.</summary>
    public ProgramValue Condition(bool holds) => Add(new(Leaf.Condition, default, holds ? 1 : 0));

    /// <summary>Whether a value is a number or a condition.</summary>
    public ValueKind KindOf(ProgramValue value) => _nodes[value.Index] switch
    {
        { Leaf: Leaf.None } node => Operators.Of(node.Operator).Result,
        { Leaf: Leaf.Condition } => ValueKind.Condition,
        _ => ValueKind.Number,
    };

    /// <summary>The number, if the value is constant.</summary>
    public double? ConstantOf(ProgramValue value) =>
        _nodes[value.Index] is { Leaf: Leaf.Constant } node ? BitConverter.Int64BitsToDouble(node.Bits) : null;

    /// <summary>A number as it is; of a condition 1 or 0.</summary>
    public ProgramValue AsNumber(ProgramValue value) =>
        KindOf(value) == ValueKind.Number ? value : Apply(Operator.Select, value, Constant(1), Constant(0));

    /// <summary>An operation. Operands must be of the operator's kinds.</summary>
    public ProgramValue Apply(Operator operation, ProgramValue a, ProgramValue b = default, ProgramValue c = default)
    {
        var info = Operators.Of(operation);

        // The integer −0 is 0.
        if (operation == Operator.IntegerPower && ConstantOf(b) == 0)
            b = Constant(0);
        ReadOnlySpan<ProgramValue> operands = ((ReadOnlySpan<ProgramValue>)[a, b, c])[..info.Operands];
        for (int i = 0; i < operands.Length; i++)
        {
            if (KindOf(operands[i]) != info.OperandKind(i))
            {
                string kind = info.OperandKind(i).ToString().ToLowerInvariant();
                throw new ProgramException($"Operand {i + 1} of '{info.Name}' is not a {kind}.");
            }
        }

        if (operation == Operator.IntegerPower && !IsExponent(ConstantOf(b)))
            throw new ProgramException($"The exponent of '{info.Name}' is not an integer constant from −64 to 64.");
        if (OfConstantCondition(operation, a, b, c) is { } chosen)
            return chosen;
        Span<double> numbers = stackalloc double[3];
        for (int i = 0; i < operands.Length; i++)
        {
            if (ConstantOf(operands[i]) is not { } number)
                return Add(new(Leaf.None, operation, a.Index, operands.Length < 2 ? 0 : b.Index, operands.Length < 3 ? 0 : c.Index));
            numbers[i] = number;
        }

        double result = ProgramLoop.Evaluate(operation, Rounding, numbers);
        return info.Result == ValueKind.Number ? Constant(result) : Condition(BitConverter.DoubleToInt64Bits(result) != 0);
    }

    /// <summary>What it is where a condition holds, and what else; of two conditions a condition.</summary>
    public ProgramValue Choose(ProgramValue condition, ProgramValue a, ProgramValue b)
    {
        if (KindOf(a) == ValueKind.Number || KindOf(b) == ValueKind.Number)
            return Apply(Operator.Select, condition, AsNumber(a), AsNumber(b));
        return Apply(
            Operator.Or, Apply(Operator.And, condition, a), Apply(Operator.And, Apply(Operator.Not, condition), b));
    }

    /// <summary>xⁿ with an exponent that is written as an integer.</summary>
    public ProgramValue Power(ProgramValue x, int exponent) => Math.Abs(exponent) <= FunctionProgram.LargestExponent
        ? Apply(Operator.IntegerPower, x, Constant(exponent))
        : Apply(Operator.Pow, x, Constant(exponent));

    /// <summary>The results of another program of the same tier, at values of this one.</summary>
    public ProgramValue[] Replay(FunctionProgram program, ReadOnlySpan<ProgramValue> arguments)
    {
        var values = new ProgramValue[program.FirstOperation + program.Operations.Length];
        arguments.CopyTo(values);
        for (int i = 0; i < program.Constants.Length; i++)
            values[program.FirstConstant + i] = Constant(program.Constants[i]);
        for (int i = 0; i < program.Operations.Length; i++)
        {
            var (operation, a, b, c) = program.Operations[i];
            values[program.FirstOperation + i] = Apply(operation, values[a], values[b], values[c]);
        }

        return [.. program.Results.Select(result => values[result])];
    }

    /// <summary>The program with these results.</summary>
    public FunctionProgram Build(IReadOnlyList<(string Name, ProgramValue Value)> results)
    {
        if (results.Count == 0)
            throw new ProgramException("There is no result.");
        if (results.Count > FunctionProgram.MostOutputs)
            throw new ProgramException(Limit("results", FunctionProgram.MostOutputs));
        foreach (var (name, _) in results)
            CheckName(name);
        if (results.Select(result => result.Name).Distinct().Count() < results.Count)
            throw new ProgramException("Two results have one name.");

        int[] roots = [.. results.Select(result => AsNumber(result.Value).Index)];
        List<int> order = InOrder(roots);
        int[] constants = [.. order.Where(node => _nodes[node].Leaf == Leaf.Constant)];
        int[] operations = [.. order.Where(node => _nodes[node].Leaf == Leaf.None)];
        if (operations.Length > FunctionProgram.MostOperations)
            throw new ProgramException(Limit("operations", FunctionProgram.MostOperations));
        if (constants.Length > FunctionProgram.MostConstants)
            throw new ProgramException(Limit("constants", FunctionProgram.MostConstants));

        var numbers = order.Where(node => _nodes[node].Leaf == Leaf.Input).ToDictionary(node => node, node => _nodes[node].A);
        foreach (var (place, node) in constants.Concat(operations).Index())
            numbers.Add(node, _inputs.Count + place);
        return new FunctionProgram(
            [.. _inputs], [.. constants.Select(node => BitConverter.Int64BitsToDouble(_nodes[node].Bits))],
            [.. operations.Select(node => Numbered(_nodes[node]))], [.. results.Select(result => result.Name)],
            [.. roots.Select(root => numbers[root])], Rounding);

        Operation Numbered(Node node)
        {
            int operands = Operators.Of(node.Operator).Operands;
            return new(node.Operator, numbers[node.A], operands < 2 ? 0 : numbers[node.B], operands < 3 ? 0 : numbers[node.C]);
        }
    }

    // Operands before what is made of them, as a reader of the results meets them.
    private List<int> InOrder(int[] roots)
    {
        List<int> order = [];
        var isDone = new bool[_nodes.Count];
        Stack<(int Node, int Operand)> path = [];
        foreach (int root in roots)
        {
            path.Push((root, 0));
            while (path.TryPop(out var step))
            {
                var node = _nodes[step.Node];
                int operands = node.Leaf == Leaf.None ? Operators.Of(node.Operator).Operands : 0;
                if (isDone[step.Node])
                    continue;
                if (step.Operand == operands)
                {
                    isDone[step.Node] = true;
                    order.Add(step.Node);
                    continue;
                }

                path.Push((step.Node, step.Operand + 1));
                path.Push((step.Operand == 0 ? node.A : step.Operand == 1 ? node.B : node.C, 0));
            }
        }

        return order;
    }

    // A condition that is constant decides now: no program contains it.
    private ProgramValue? OfConstantCondition(Operator operation, ProgramValue a, ProgramValue b, ProgramValue c) =>
        (operation, Known(a)) switch
        {
            (Operator.Not, { } holds) => Condition(!holds),
            (Operator.Select, { } holds) => holds ? b : c,
            (Operator.And, { } holds) => holds ? b : a,
            (Operator.Or, { } holds) => holds ? a : b,
            (Operator.And, _) when Known(b) is { } holds => holds ? a : b,
            (Operator.Or, _) when Known(b) is { } holds => holds ? b : a,
            _ => null,
        };

    private bool? Known(ProgramValue condition) => _nodes[condition.Index] is { Leaf: Leaf.Condition } node ? node.A != 0 : null;

    private ProgramValue Add(Node node)
    {
        if (!_known.TryGetValue(node, out int index))
        {
            index = _nodes.Count;
            if (index == MostValues)
                throw new ProgramException(Limit("operations", FunctionProgram.MostOperations));
            _nodes.Add(node);
            _known.Add(node, index);
        }

        return new(index);
    }

    private static bool IsExponent(double? value) =>
        value is { } number && double.IsInteger(number) && Math.Abs(number) <= FunctionProgram.LargestExponent;

    private static void CheckName(string name)
    {
        if (!Names.IsName(name))
            throw new ProgramException(
                $"'{name}' is no name: letters, digits and '_', the first no digit, at most {FunctionProgram.LongestName}.");
    }

    private static string Limit(string what, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"There are more than {most} {what}.");

    private readonly record struct Node(Leaf Leaf, Operator Operator, int A = 0, int B = 0, int C = 0, long Bits = 0);
}
