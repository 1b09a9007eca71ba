using System.Numerics;

namespace Kernels.Tests.Contract;

/// <summary>
/// Loops end early when the clock in memory moves, and go on where they have ended: whenever it moves, results are the same, in place too.
/// </summary>
public abstract class TicksTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths => Operations.NamesAnd<T>(ForcedWidth.All);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Results_are_the_same_however_often_loops_are_interrupted(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.Mixed<T>(Lanes.FusedMultiplyAdd.IsHardware ? 3001 : 701, seed: 51);
        T[][] expected = operation.Evaluate(input);
        using var ticks = new RestlessTicks();
        for (int call = 0; call < 5; call++)
        {
            Check(operation.Evaluate(input, bits), "apart");
            T[] inPlace = [.. input], other = new T[input.Length];
            operation.Run(inPlace, inPlace, other, new ForcedWidth(bits));
            Check([inPlace, other], "in the first destination");
            if (operation.Outputs == 1)
                continue;
            inPlace = [.. input];
            operation.Run(inPlace, other, inPlace, new ForcedWidth(bits));
            Check([other, inPlace], "in the second destination");
        }

        void Check(T[][] actual, string where)
        {
            for (int i = 0; i < operation.Outputs; i++)
                BitsAssert.Equal(expected[i], actual[i], $"{name} at {bits} bits, {where}, result {i + 1}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Grids_are_the_same_however_often_loops_are_interrupted(bool streams)
    {
        const int Count = 1999;
        double[] t = [.. Enumerable.Range(0, Count).Select(i => Math.FusedMultiplyAdd(i, 0.01, -60))];
        T[] expected = [.. Operations.Named<double>("Apply").Evaluate(t)[0].Select(T.CreateTruncating)], actual = new T[Count];
        using var ticks = new RestlessTicks();
        for (int call = 0; call < 5; call++)
        {
            Array.Clear(actual);
            Sample(actual, streams);
            BitsAssert.Equal(expected, actual, "a grid");
        }
    }

    public static IEnumerable<TheoryDataRow<bool>> Samples => [new(false), new(true)];

    internal abstract void Sample(Span<T> destination, bool streams);

    // Another thread that moves them on all the time.
    private sealed class RestlessTicks : IDisposable
    {
        private readonly Thread _thread;
        private volatile bool _ends;

        public RestlessTicks()
        {
            _thread = new Thread(() =>
            {
                while (!_ends)
                    Ticks.Advance();
            });
            _thread.Start();
        }

        public void Dispose()
        {
            _ends = true;
            _thread.Join();
        }
    }
}

public class DoubleTicksTests : TicksTests<double>
{
    internal override unsafe void Sample(Span<double> destination, bool streams)
    {
        fixed (double* y = destination)
        {
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Grid(-60, 0.01, 0), RawColumn.Of(y) };
            new ForcedWidth(256).Run(
                new StagedLoop<LanesBody<Root, FunctionResult<Root>>, double>(new(Root.Usual), columns, streams), destination.Length);
        }
    }
}

public class SingleTicksTests : TicksTests<float>
{
    internal override unsafe void Sample(Span<float> destination, bool streams)
    {
        fixed (float* y = destination)
        {
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Grid(-60, 0.01, 0), RawColumn.Of(y) };
            new ForcedWidth(256).Run(
                new StagedLoop<LanesBody<Root, FunctionResult<Root>>, double>(new(Root.Usual), columns, streams), destination.Length);
        }
    }
}
