using System.Numerics;
using System.Runtime.InteropServices;
using Kernels.Reference;

namespace Kernels.Yardsticks.Verifying;

/// <summary>Arguments of a function, the nearest results and those of all calls.</summary>
/// <param name="operation">The function.</param>
/// <param name="length">Most arguments at a time.</param>
/// <param name="nearest">What is nearest.</param>
/// <param name="error">The error of what is not, if some is allowed.</param>
internal sealed class Block<T>(
    Operation operation, int length, Func<ReferenceFunction, T, T, T> nearest, Func<ReferenceFunction, T, T, T, double>? error)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[][] _nearest = [.. operation.Outputs.Select(_ => new T[length])];
    private readonly T _unwritten = T.CreateTruncating(12345);

    public Columns<T> Columns { get; } =
        new(new T[length], new T[operation.Inputs == 2 ? length : 0], new T[length], new T[operation.Outputs.Count == 2 ? length : 0]);

    /// <summary>What fills the columns.</summary>
    public IReadOnlyList<(string Name, Action Call)> Calls { get; set; } = [];

    /// <summary>Checks all calls on so many arguments.</summary>
    public void Check(int count, Verdict verdict)
    {
        var (x, y, first, second) = Columns;
        foreach (var (output, values) in operation.Outputs.Zip(_nearest))
        {
            for (int i = 0; i < count; i++)
                values[i] = nearest(output.Reference!, x[i], y.Length > 0 ? y[i] : T.Zero);
        }

        foreach (var (name, call) in Calls)
        {
            first.AsSpan().Fill(_unwritten);
            second.AsSpan().Fill(_unwritten);
            call();
            foreach (var (output, values, results) in operation.Outputs.Zip(_nearest, (T[][])[first, second]))
            {
                if (!BytesOf(results, 0, count).SequenceEqual(BytesOf(values, 0, count)))
                    CheckEach(name, output, results, values, count, verdict);
            }
        }

        verdict.Add(count);
    }

    private void CheckEach(string call, Output output, T[] results, T[] values, int count, Verdict verdict)
    {
        var (x, y, _, _) = Columns;
        for (int i = 0; i < count; i++)
        {
            if (BytesOf(results, i, 1).SequenceEqual(BytesOf(values, i, 1)))
                continue;
            T other = y.Length > 0 ? y[i] : T.Zero;
            double ulp = error is not null && T.IsFinite(x[i]) && T.IsFinite(other)
                ? error(output.Reference!, results[i], x[i], other)
                : double.PositiveInfinity;
            double argument = double.CreateTruncating(x[i]);
            if (error is not null)
                verdict.AddError(ulp, argument);
            if (error is null || !(ulp <= output.Bound))
            {
                verdict.Add(new Misrounding(
                    call, output.Name, argument, y.Length > 0 ? double.CreateTruncating(other) : null,
                    double.CreateTruncating(results[i]), double.CreateTruncating(values[i])));
            }
        }
    }

    private static ReadOnlySpan<byte> BytesOf(T[] numbers, int first, int count) =>
        MemoryMarshal.AsBytes(numbers.AsSpan(first, count));
}
