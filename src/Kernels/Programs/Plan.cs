using System.Runtime.InteropServices;
using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>A step of a plan: it reads blocks at places and writes one, or two.</summary>
/// <param name="Operator">What is done; null where a value becomes a result.</param>
/// <param name="A">The place of the first operand; the first term of a sum.</param>
/// <param name="B">The place of the second; how many terms a sum has.</param>
/// <param name="C">The place of the third.</param>
/// <param name="Result">The place of the result.</param>
/// <param name="Second">The place of a cosine that comes with a sine.</param>
internal readonly record struct Pass(Operator? Operator, int A, int B, int C, int Result, int Second = -1)
{
    /// <summary>Whether the loops of table functions do it: with blocks as operands, and NaN as results have it.</summary>
    public static bool IsOfTables(Operator operation) => operation is >= Programs.Operator.Sin or Programs.Operator.IntegerPower;
}

/// <summary>How a program is evaluated: which passes, and where their blocks are.</summary>
/// <remarks>
/// Places are those of inputs, of results, of constants, and of values in between; these serve again when nobody reads the value any more.
/// A sine and a cosine of one number are one pass, and so are a sum and the factors in it.
/// </remarks>
internal sealed class Plan
{
    /// <summary>Bytes of the first-level cache that blocks may take.</summary>
    private const int CacheBytes = 32 << 10;

    /// <summary>Elements of a block at least: a strip of a table function.</summary>
    private const int ShortestBlock = 128;

    private readonly FunctionProgram _program;
    private readonly Sums _sums;
    private readonly List<Pass> _passes = [];
    private readonly List<Term> _terms = [];
    private readonly List<(int Constant, int Place)> _filled = [];
    private readonly Stack<int> _free = [];
    private readonly int[] _places, _lastUses;
    private readonly double[] _vectors;

    public Plan(FunctionProgram program)
    {
        _program = program;
        _sums = new Sums(program);
        Inputs = program.Inputs.Length;
        Results = program.Results.Length;
        Numbers = _sums.Numbers;
        Places = FirstBlock;
        int values = program.FirstOperation + program.Operations.Length, constants = program.Constants.Length;
        _places = new int[values + Numbers.Length - constants];
        _lastUses = new int[_places.Length];
        NoteUses();
        for (int value = 0; value < _places.Length; value++)
        {
            _places[value] = value < Inputs ? value
                : program.IsConstant(value) ? value + Results
                : value < values ? -1
                : FirstNumber + constants + value - values;
        }

        for (int operation = 0; operation < program.Operations.Length; operation++)
            Add(operation);
        for (int result = 0; result < Results; result++)
            AddResult(result);

        Passes = [.. _passes];
        Terms = [.. _terms];
        Filled = [.. _filled];
        _vectors = VectorsOf(Numbers);
        int length = CacheBytes / sizeof(double) / (Places - Numbers.Length);
        BlockLength = Math.Clamp(length / ShortestBlock * ShortestBlock, ShortestBlock, Block.Length);
        FunctionKey = (uint)program.GetHashCode() | (1UL << 32);
    }

    public FunctionProgram Program => _program;

    public Pass[] Passes { get; }

    /// <summary>What sums add: places of values and of factors.</summary>
    public Term[] Terms { get; }

    /// <summary>The tier of the elementary functions.</summary>
    public Rounding Rounding => _program.Rounding;

    public int Inputs { get; }

    public int Results { get; }

    /// <summary>All places: from 0 on those of inputs, then of results, then of constants, then others.</summary>
    public int Places { get; private set; }

    /// <summary>The first place of a constant, and the first of a value in between.</summary>
    public int FirstNumber => Inputs + Results;

    /// <inheritdoc cref="FirstNumber"/>
    public int FirstBlock => FirstNumber + Numbers.Length;

    /// <summary>Elements of a block.</summary>
    public int BlockLength { get; }

    /// <summary>The constants: the program's, then those of sums.</summary>
    public double[] Numbers { get; }

    /// <summary>Vectors of the constants, each in a cache line of its own: there as long as the plan is.</summary>
    public unsafe double* NumberVectors
    {
        get
        {
            double* first = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_vectors));
            return first + CacheLine.ElementsTo(first);
        }
    }

    /// <summary>Constants that a table function reads as blocks, and the places of those.</summary>
    public (int Constant, int Place)[] Filled { get; }

    /// <summary>Whether in the place of a result all NaN are alike, since a table function has made it.</summary>
    public bool IsCanonical(int place) =>
        _program.Results[place - Inputs] is var value && value >= _program.FirstOperation
        && Operators.Of(_program.OperationOf(value).Operator).IsElementary;

    /// <inheritdoc cref="ILoop.FunctionKey"/>
    public ulong FunctionKey { get; }

    private static unsafe double[] VectorsOf(double[] numbers)
    {
        double[] vectors = GC.AllocateUninitializedArray<double>((numbers.Length + 1) * Programs.Passes.NumberLength, pinned: true);
        int first = CacheLine.ElementsTo((double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(vectors)));
        for (int i = 0; i < numbers.Length; i++)
            vectors.AsSpan(first + (i * Programs.Passes.NumberLength), Programs.Passes.NumberLength).Fill(numbers[i]);
        return vectors;
    }

    // For each value the last operation that reads it; results are read at the end.
    private void NoteUses()
    {
        for (int i = 0; i < _program.Operations.Length; i++)
        {
            foreach (int operand in OperandsOf(i))
                _lastUses[operand] = i;
        }

        foreach (int result in _program.Results)
            _lastUses[result] = int.MaxValue;
    }

    private void Add(int index)
    {
        if (_sums.IsPart(index))
            return;
        if (_sums.Of(index) is { } terms)
            AddSum(index, terms);
        else if (_places[_program.FirstOperation + index] < 0)
            AddOperation(index);
        else
            Release(index);
    }

    private void AddSum(int index, Term[] terms)
    {
        int first = _terms.Count, value = _program.FirstOperation + index;
        _terms.AddRange(terms.Select(term => new Term(_places[term.Value], _places[term.Factor])));
        Release(index);
        _places[value] = NewPlace(value);
        _passes.Add(new(Operator.WeightedSum, first, terms.Length, 0, _places[value]));
    }

    private void AddOperation(int index)
    {
        var operation = _program.Operations[index];
        int value = _program.FirstOperation + index;
        bool isOfTables = Pass.IsOfTables(operation.Operator);

        // Arithmetic may replace what it reads for the last time; a table function reads its inputs again.
        if (!isOfTables)
            Release(index);
        int operands = Operators.Of(operation.Operator).Operands;
        int a = PlaceOf(operation.A, isOfTables);
        int b = operands < 2 ? a : PlaceOf(operation.B, isOfTables && operation.Operator != Operator.IntegerPower);
        int c = operands < 3 ? a : PlaceOf(operation.C, isOfTables);
        int other = Partner(operation);
        _places[value] = NewPlace(value);
        if (other >= 0)
            _places[other] = NewPlace(other);
        _passes.Add(other < 0 ? new(operation.Operator, a, b, c, _places[value])
            : operation.Operator == Operator.Sin ? new(Operator.SinCos, a, b, c, _places[value], _places[other])
            : new(Operator.SinCos, a, b, c, _places[other], _places[value]));
        if (isOfTables)
            Release(index);
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

    private void Release(int index)
    {
        foreach (int operand in OperandsOf(index).Distinct())
        {
            if (_lastUses[operand] == index && _places[operand] >= FirstBlock)
                _free.Push(_places[operand]);
        }
    }

    // What a pass reads.
    private IEnumerable<int> OperandsOf(int index) => _sums.IsPart(index) ? []
        : _sums.Of(index)?.SelectMany(term => (int[])[term.Value, term.Factor]) ?? _program.Operations[index].Operands;
}
