namespace Kernels.Programs;

/// <summary>A value times a constant, or the places of the two.</summary>
internal readonly record struct Term(int Value, int Factor);

/// <summary>
/// Sums and differences that one pass evaluates with the constant factors in them: k₀·x₀ + k₁·x₁ + …, each operation rounded as it stands.
/// </summary>
/// <remarks>
/// What a sum is made of is part of it if nobody else reads it. A term without a factor has 1; one that is subtracted is added with a
/// factor of opposite sign, which changes no bit.
/// </remarks>
internal sealed class Sums
{
    private readonly FunctionProgram _program;
    private readonly List<double> _numbers;
    private readonly Term[]?[] _terms;
    private readonly int[] _reads;
    private readonly bool[] _isPart;

    public Sums(FunctionProgram program)
    {
        _program = program;
        _numbers = [.. program.Constants];
        _terms = new Term[program.Operations.Length][];
        _reads = new int[program.FirstOperation + program.Operations.Length];
        _isPart = new bool[_reads.Length];
        foreach (var operation in program.Operations)
        {
            foreach (int operand in operation.Operands)
                _reads[operand]++;
        }

        foreach (int result in program.Results)
            _reads[result]++;

        // From the last on: a sum is seen before its parts are.
        for (int operation = program.Operations.Length - 1; operation >= 0; operation--)
        {
            var (sign, a, b, _) = program.Operations[operation];
            if (sign is not (Operator.Add or Operator.Subtract) || IsPart(operation))
                continue;
            if (IsPartialSum(a) || (sign == Operator.Add && IsPartialSum(b)) || IsMultiple(a) || IsMultiple(b))
                _terms[operation] = Collect(operation);
        }
    }

    /// <summary>The program's constants, then others.</summary>
    public double[] Numbers => [.. _numbers];

    /// <summary>Whether an operation is done within a sum.</summary>
    public bool IsPart(int operation) => _isPart[_program.FirstOperation + operation];

    /// <summary>
    /// The terms that an operation adds, the first first; null if it has a pass of its own. Values beyond the program's are those of
    /// <see cref="Numbers"/> beyond the program's constants.
    /// </summary>
    public Term[]? Of(int operation) => _terms[operation];

    private Term[] Collect(int operation)
    {
        List<Term> terms = [];
        for (int sum = _program.FirstOperation + operation; ;)
        {
            var (sign, a, b, _) = _program.OperationOf(sum);
            if (sign == Operator.Add && !IsPartialSum(a) && IsPartialSum(b))
                (a, b) = (b, a);
            terms.Add(TermOf(b, sign == Operator.Subtract));
            if (!IsPartialSum(a))
            {
                terms.Add(TermOf(a, isSubtracted: false));
                break;
            }

            _isPart[a] = true;
            sum = a;
        }

        terms.Reverse();
        return [.. terms];
    }

    private Term TermOf(int value, bool isSubtracted)
    {
        if (!IsMultiple(value))
            return new(value, Number(isSubtracted ? -1 : 1));
        var (_, x, y, _) = _program.OperationOf(value);
        _isPart[value] = true;
        if (!_program.IsConstant(y))
            (x, y) = (y, x);
        return new(x, isSubtracted ? Number(-_numbers[y - _program.FirstConstant]) : y);
    }

    private bool IsPartialSum(int value) => IsReadOnce(value) && _program.OperationOf(value).Operator is Operator.Add or Operator.Subtract;

    private bool IsMultiple(int value) =>
        IsReadOnce(value) && _program.OperationOf(value) is (Operator.Multiply, var x, var y, _)
        && (_program.IsConstant(x) || _program.IsConstant(y));

    private bool IsReadOnce(int value) => value >= _program.FirstOperation && _reads[value] == 1;

    // The value of a constant, which need not be the program's.
    private int Number(double number)
    {
        int place = _numbers.FindIndex(known => BitConverter.DoubleToInt64Bits(known) == BitConverter.DoubleToInt64Bits(number));
        if (place < 0)
        {
            place = _numbers.Count;
            _numbers.Add(number);
        }

        return place < _program.Constants.Length ? _program.FirstConstant + place : _reads.Length + place - _program.Constants.Length;
    }
}
