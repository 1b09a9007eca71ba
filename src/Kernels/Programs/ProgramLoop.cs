using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>A program over columns of any format, block by block: each pass over a block before the next.</summary>
/// <param name="plan">The passes.</param>
/// <param name="columns">The input columns, then the result columns: in memory that outlives the call.</param>
/// <param name="staged">Columns, by bit, that pass through a block of their own even if they are doubles one after the other.</param>
/// <param name="streams">Whether results go past the caches.</param>
/// <param name="conditions">Where those of results that are not finite are added; null if nobody asks for them.</param>
internal readonly unsafe struct ProgramLoop(Plan plan, RawColumn* columns, uint staged, bool streams, Conditions* conditions = null) : ILoop
{
    private readonly Plan _plan = plan;
    private readonly RawColumn* _columns = columns;
    private readonly uint _staged = staged;
    private readonly bool _streams = streams;
    private readonly Conditions* _conditions = conditions;

    public ulong FunctionKey => _plan.FunctionKey;

    public static int ElementBytes => sizeof(double);

    public long ElementsToBorder(long first, int bytes) => _columns[_plan.Inputs].ElementsTo(first, bytes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Run<VNear, VWhole>(long first, long count) where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        if (count == 0)
            return 0;
        int stride = _plan.BlockLength + CacheLine.Length<double>(), blocks = _plan.Places - _plan.Numbers.Length;
        int bytes = (blocks * stride * sizeof(double)) + (_plan.Places * sizeof(Operand));
        byte* memory = Scratch.Rent(bytes);
        try
        {
            double* block = (double*)memory, vector = _plan.NumberVectors;
            var places = (Operand*)(block + (blocks * stride));
            for (int place = 0; place < _plan.FirstNumber; place++, block += stride)
                places[place] = new(block, isBlock: true);
            for (int place = _plan.FirstNumber; place < _plan.FirstBlock; place++, vector += Passes.NumberLength)
                places[place] = new(vector, isBlock: false);
            for (int place = _plan.FirstBlock; place < _plan.Places; place++, block += stride)
                places[place] = new(block, isBlock: true);
            return Run<VNear, VWhole>(places, first, count);
        }
        finally
        {
            GC.KeepAlive(_plan);
            Scratch.Return(memory, bytes);
        }
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private long Run<VNear, VWhole>(Operand* places, long first, long count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        int columns = _plan.FirstNumber, longest = Padded<VNear>((int)Math.Min(_plan.BlockLength, count));
        foreach (var (constant, place) in _plan.Filled)
            new Span<double>(places[place].Address, longest).Fill(_plan.Numbers[constant]);
        double** own = stackalloc double*[columns];
        for (int column = 0; column < columns; column++)
        {
            own[column] = places[column].Address;
            if (column < _plan.Inputs && _columns[column].IsNumber)
                Stage.Gather<VNear, double>(_columns[column], 0, longest, own[column]);
        }

        int tick = Ticks.Now;
        long i = first, end = first + count;
        do
        {
            // Where results go past the caches, all blocks but the first begin with a cache line.
            int most = _plan.BlockLength - (_streams ? _columns[_plan.Inputs].ElementsFromLine(i) : 0);
            int n = (int)Math.Min(most, end - i), padded = Padded<VNear>(n);
            for (int column = 0; column < columns; column++)
            {
                ref readonly RawColumn source = ref _columns[column];
                bool isDirect = n == padded && IsDirect(column);
                if (isDirect || !source.IsNumber)
                    places[column] = new(isDirect ? (double*)source.Address + i : own[column], isBlock: true);
                if (!isDirect && column < _plan.Inputs && !source.IsNumber)
                    Gather<VNear>(source, i, n, padded, own[column]);
            }

            n = Math.Min(n, Evaluate<VNear, VWhole>(places, padded));
            Finish<VWhole>(places, n);
            for (int column = _plan.Inputs; column < columns; column++)
            {
                if (places[column].Address == own[column])
                    Stage.Scatter<VNear, double>(own[column], _columns[column], i, n, _streams);
            }

            i += n;
        }
        while (i < end && Ticks.Now == tick);

        if (_streams)
            Streaming.Fence();
        return i - first;
    }

    // All passes over a block; how many elements they have done. Each tick halves what the next ones do.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Evaluate<VNear, VWhole>(Operand* places, int count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        int tick = Ticks.Now;
        foreach (ref readonly Pass pass in _plan.Passes.AsSpan())
        {
            Operand result = places[pass.Result];
            if (pass.Operator is not { } operation)
            {
                Passes.Copy<VWhole>(places[pass.A], result.Address, count);
            }
            else if (operation == Operator.WeightedSum)
            {
                Passes.Sum<VWhole>(places, _plan.Terms.AsSpan(pass.A, pass.B), result.Address, count);
            }
            else if (Pass.IsOfTables(operation))
            {
                double* second = pass.Second < 0 ? null : places[pass.Second].Address;
                count = (int)EvaluateByTables<VNear, VWhole>(
                    operation, _plan.Rounding, places[pass.A].Address, places[pass.B].Address, result.Address, second, count);
                if (Ticks.Now == tick)
                    continue;
                tick = Ticks.Now;
                count = Padded<VNear>((count + 1) / 2);
            }
            else
            {
                Passes.Run<VWhole>(operation, places[pass.A], places[pass.B], places[pass.C], result.Address, count);
            }
        }

        return count;
    }

    // Results that are not finite: one NaN for all, and why.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Finish<V>(Operand* places, int count) where V : struct, ILanes<V>
    {
        bool areFinite = true;
        for (int column = _plan.Inputs; column < _plan.FirstNumber; column++)
        {
            bool isAsked = _conditions != null, asSingles = isAsked && _columns[column].HasFormat<float>();
            double* results = places[column].Address;
            if ((!isAsked && _plan.IsCanonical(column)) || Passes.AreFinite<V>(results, count, asSingles))
                continue;
            Passes.CanonicalizeNaN<V>(results, count);
            areFinite = false;
        }

        if (_conditions != null && !areFinite)
            Interlocked.Or(ref *(int*)_conditions, (int)ConditionFinder.Find(_plan.Program, places, _columns, count));
    }

    /// <summary>An operation of single numbers.</summary>
    public static double Evaluate(Operator operation, Rounding rounding, ReadOnlySpan<double> operands)
    {
        double result = 0;
        fixed (double* numbers = operands)
        {
            Operand a = new(numbers, isBlock: true), b = new(numbers + 1, isBlock: true), c = new(numbers + 2, isBlock: true);
            if (Pass.IsOfTables(operation))
                EvaluateByTables<Double1<Near>, Double1<Whole>>(operation, rounding, a.Address, b.Address, &result, null, 1);
            else
                Passes.Run<Double1<Whole>>(operation, a, b, c, &result, 1);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nint EvaluateByTables<VNear, VWhole>(
        Operator operation, Rounding rounding, double* x, double* y, double* result, double* second, int count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        if (operation == Operator.IntegerPower)
            return IntegerPowers.Run<VNear, VWhole>(x, (int)*y, result, count);
        bool isOfTwo = second == null && Operators.Of(operation).Operands > 1;
        double** columns = stackalloc double*[] { x, isOfTwo ? y : result, isOfTwo ? result : second };
        return ElementaryPasses.Run<VNear, VWhole>(operation, rounding, columns, count);
    }

    private static void Gather<V>(in RawColumn column, long first, int count, int padded, double* block) where V : struct, ILanes<V>
    {
        Stage.Gather<V, double>(column, first, count, block);

        // To whole vectors by numbers that are as ordinary as the others.
        for (int i = count; i < padded; i++)
            block[i] = block[count - 1];
    }

    private bool IsDirect(int column) =>
        (_staged >> column & 1) == 0 && _columns[column].Is<double>() && !(_streams && column >= _plan.Inputs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Padded<V>(int count) where V : struct, ILanes<V> => (count + V.Count - 1) & -V.Count;
}
