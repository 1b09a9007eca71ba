using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>A step of a plan: it reads blocks at places and writes one, or two.</summary>
/// <param name="Operator">What is done; null where a value becomes a result.</param>
/// <param name="A">The place of the first operand.</param>
/// <param name="B">The place of the second.</param>
/// <param name="C">The place of the third.</param>
/// <param name="Result">The place of the result.</param>
/// <param name="Second">The place of a cosine that comes with a sine.</param>
/// <param name="IsResult">Whether it makes a result, in which all NaN are alike.</param>
internal readonly record struct Pass(Operator? Operator, int A, int B, int C, int Result, int Second = -1, bool IsResult = false)
{
    /// <summary>Whether the loops of table functions do it: with blocks as operands, and NaN as results have it.</summary>
    public static bool IsOfTables(Operator operation) => operation is >= Programs.Operator.Sin or Programs.Operator.IntegerPower;
}

/// <summary>How a program is evaluated: which passes, and where their blocks are.</summary>
/// <remarks>
/// Places are those of inputs, of results, of constants, and of values in between; these serve again when nobody reads the value any more.
/// A sine and a cosine of one number are one pass.
/// </remarks>
internal sealed class Plan
{
    /// <summary>Bytes of the first-level cache that blocks may take.</summary>
    private const int CacheBytes = 32 << 10;

    /// <summary>Elements of a block at least: a strip of a table function.</summary>
    private const int ShortestBlock = 128;

    private readonly FunctionProgram _program;
    private readonly List<Pass> _passes = [];
    private readonly List<(int Constant, int Place)> _filled = [];
    private readonly Stack<int> _free = [];
    private readonly int[] _places, _lastUses;

    public Plan(FunctionProgram program)
    {
        _program = program;
        Inputs = program.Inputs.Length;
        Results = program.Results.Length;
        Places = FirstBlock;
        int values = program.FirstOperation + program.Operations.Length;
        _places = new int[values];
        _lastUses = new int[values];
        NoteUses();
        for (int value = 0; value < values; value++)
            _places[value] = value < Inputs ? value : program.IsConstant(value) ? value + Results : -1;
        for (int operation = 0; operation < program.Operations.Length; operation++)
            Add(operation);
        for (int result = 0; result < Results; result++)
            AddResult(result);

        Passes = [.. _passes];
        Filled = [.. _filled];
        int length = CacheBytes / sizeof(double) / (Places - program.Constants.Length);
        BlockLength = Math.Clamp(length / ShortestBlock * ShortestBlock, ShortestBlock, Block.Length);
        FunctionKey = (uint)program.GetHashCode() | (1UL << 32);
    }

    public FunctionProgram Program => _program;

    public Pass[] Passes { get; }

    /// <summary>The tier of the elementary functions.</summary>
    public Rounding Rounding => _program.Rounding;

    public int Inputs { get; }

    public int Results { get; }

    /// <summary>All places: from 0 on those of inputs, then of results, then of constants, then others.</summary>
    public int Places { get; private set; }

    /// <summary>The first place of a constant, and the first of a value in between.</summary>
    public int FirstNumber => Inputs + Results;

    /// <inheritdoc cref="FirstNumber"/>
    public int FirstBlock => FirstNumber + _program.Constants.Length;

    /// <summary>Elements of a block.</summary>
    public int BlockLength { get; }

    /// <summary>The constants.</summary>
    public double[] Numbers => _program.Constants;

    /// <summary>Constants that a table function reads as blocks, and the places of those.</summary>
    public (int Constant, int Place)[] Filled { get; }

    /// <inheritdoc cref="ILoop.FunctionKey"/>
    public ulong FunctionKey { get; }

    // For each value the last operation that reads it; results are read at the end.
    private void NoteUses()
    {
        for (int i = 0; i < _program.Operations.Length; i++)
        {
            foreach (int operand in OperandsOf(_program.Operations[i]))
                _lastUses[operand] = i;
        }

        foreach (int result in _program.Results)
            _lastUses[result] = int.MaxValue;
    }

    private void Add(int index)
    {
        var operation = _program.Operations[index];
        int value = _program.FirstOperation + index;
        if (_places[value] < 0)
        {
            bool isOfTables = Pass.IsOfTables(operation.Operator);

            // Arithmetic may replace what it reads for the last time; a table function reads its inputs again.
            if (!isOfTables)
                Release(operation, index);
            int operands = Operators.Of(operation.Operator).Operands;
            int a = PlaceOf(operation.A, isOfTables);
            int b = operands < 2 ? a : PlaceOf(operation.B, isOfTables && operation.Operator != Operator.IntegerPower);
            int c = operands < 3 ? a : PlaceOf(operation.C, isOfTables);
            int other = Partner(operation);
            _places[value] = NewPlace(value);
            if (other >= 0)
                _places[other] = NewPlace(other);
            _passes.Add(other < 0 ? new(operation.Operator, a, b, c, _places[value], IsResult: _places[value] < FirstNumber)
                : operation.Operator == Operator.Sin ? new(Operator.SinCos, a, b, c, _places[value], _places[other])
                : new(Operator.SinCos, a, b, c, _places[other], _places[value]));
            if (!isOfTables)
                return;
        }

        Release(operation, index);
    }

    // Of a sine the cosine of the same number, and the other way round.
    private int Partner(Operation operation)
    {
        if (operation.Operator is not (Operator.Sin or Operator.Cos))
            return -1;
        var partner = operation with { Operator = operation.Operator == Operator.Sin ? Operator.Cos : Operator.Sin };
        int index = Array.IndexOf(_program.Operations, partner);
        return index < 0 ? -1 : _program.FirstOperation + index;
    }

    private void AddResult(int result)
    {
        int value = _program.Results[result], place = Inputs + result;
        if (_places[value] != place)
            _passes.Add(new(null, _places[value], 0, 0, place));
    }

    private int PlaceOf(int value, bool asBlock)
    {
        if (!asBlock || !_program.IsConstant(value))
            return _places[value];
        int constant = value - _program.FirstConstant, filled = _filled.FindIndex(block => block.Constant == constant);
        if (filled >= 0)
            return _filled[filled].Place;
        _filled.Add((constant, Places));
        return Places++;
    }

    // A result's own, if the value is one: the first, if it is several.
    private int NewPlace(int value)
    {
        int result = Array.IndexOf(_program.Results, value);
        return result >= 0 ? Inputs + result : _free.TryPop(out int place) ? place : Places++;
    }

    private void Release(Operation operation, int index)
    {
        foreach (int operand in OperandsOf(operation).Distinct())
        {
            if (_lastUses[operand] == index && _places[operand] >= FirstBlock)
                _free.Push(_places[operand]);
        }
    }

    private static IEnumerable<int> OperandsOf(Operation operation) =>
        Enumerable.Range(0, Operators.Of(operation.Operator).Operands).Select(operand => operation[operand]);
}
