using System.Runtime.InteropServices;
using Kernels.Reference;

namespace Kernels.Yardsticks.Verifying;

/// <summary>Holds results that must be correctly rounded against the nearest numbers.</summary>
public static class Verifier
{
    /// <summary>Bit patterns of positive floats, infinity and NaN included; with the sign there are as many more.</summary>
    public const long PositiveFloats = 1L << 31;

    /// <summary>Arguments at a time: a multiple of every vector's length, and short enough for the caches.</summary>
    private const int BlockLength = 1 << 12;

    /// <summary>Every so manieth float with both signs, through every call and at every width.</summary>
    /// <param name="stride">1 for all.</param>
    /// <param name="progress">Told the number of positive floats that are done.</param>
    /// <param name="token">Checked at each block.</param>
    public static Verdict Floats(int stride, IProgress<long>? progress, CancellationToken token)
    {
        var verdict = new Verdict();
        long count = (PositiveFloats + stride - 1) / stride;
        ForBlocks(
            count,
            progress,
            () => new SingleBlock(),
            (block, first, length) =>
            {
                for (int i = 0; i < length; i++)
                    block.X[i] = BitConverter.Int32BitsToSingle((int)((first + i) * stride));
                block.Check(length, verdict);
            },
            token);
        return verdict;
    }

    /// <summary>Floats of the caller's choice, with both signs.</summary>
    public static Verdict Floats(IReadOnlyList<float> arguments)
    {
        var verdict = new Verdict();
        var block = new SingleBlock();
        foreach (float[] part in arguments.Select(Math.Abs).Chunk(BlockLength))
        {
            part.CopyTo(block.X, 0);
            block.Check(part.Length, verdict);
        }

        return verdict;
    }

    /// <summary>One call, on floats of the caller's choice as they are.</summary>
    public static void Check(string name, float[] arguments, SinCosOfFloats call, Verdict verdict)
    {
        float[] sin = new float[arguments.Length], cos = new float[arguments.Length];
        call(arguments, sin, cos);
        for (int i = 0; i < arguments.Length; i++)
            Compare(name, arguments[i], (sin[i], cos[i]), NearestTo(arguments[i]), verdict);
    }

    /// <summary>Doubles with random bits, so as many in each binade as in any other, through <see cref="CorrectlyRounded"/>.</summary>
    /// <param name="samples">How many.</param>
    /// <param name="seed">Other arguments of the same kind.</param>
    /// <param name="progress">Told the number of arguments that are done.</param>
    /// <param name="token">Checked at each block.</param>
    public static Verdict Doubles(long samples, int seed, IProgress<long>? progress, CancellationToken token)
    {
        var verdict = new Verdict();
        ForBlocks(
            samples,
            progress,
            () => new DoubleBlock(),
            (block, first, length) =>
            {
                // Each block has a generator of its own: the arguments do not depend on which thread takes it.
                var random = new Random((int)(first / BlockLength * 7919 & int.MaxValue) ^ seed);
                random.NextBytes(MemoryMarshal.AsBytes(block.X.AsSpan(0, length)));
                block.Check(length, verdict);
            },
            token);
        return verdict;
    }

    private static void ForBlocks<TBlock>(
        long count, IProgress<long>? progress, Func<TBlock> create, Action<TBlock, long, int> check, CancellationToken token)
    {
        long done = 0;
        var gate = new Lock();

        // Without a limit the pool adds threads for as long as the machine has other things to do.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token };
        Parallel.For(0, (count + BlockLength - 1) / BlockLength, options, create, (number, _, block) =>
        {
            long first = number * BlockLength;
            int length = (int)Math.Min(BlockLength, count - first);
            check(block, first, length);
            lock (gate)
                progress?.Report(done += length);
            return block;
        }, _ => { });
    }

    private static (float Sin, float Cos) NearestTo(float x) => float.IsFinite(x) ? Nearest.Singles(x) : (float.NaN, float.NaN);

    private static void Compare(string name, float x, (float Sin, float Cos) results, (float Sin, float Cos) nearest, Verdict verdict)
    {
        if (BitConverter.SingleToInt32Bits(nearest.Sin) != BitConverter.SingleToInt32Bits(results.Sin))
            verdict.Add(new Misrounding(name, "sin", x, results.Sin, nearest.Sin));
        if (BitConverter.SingleToInt32Bits(nearest.Cos) != BitConverter.SingleToInt32Bits(results.Cos))
            verdict.Add(new Misrounding(name, "cos", x, results.Cos, nearest.Cos));
    }

    private sealed class SingleBlock
    {
        private readonly float[] _negative = new float[BlockLength];
        private readonly (float Sin, float Cos)[] _nearest = new (float, float)[BlockLength];
        private readonly float[] _sin = new float[BlockLength];
        private readonly float[] _cos = new float[BlockLength];

        /// <summary>Positive ones.</summary>
        public float[] X { get; } = new float[BlockLength];

        public void Check(int length, Verdict verdict)
        {
            // Calls for vectors take whole ones: what follows the last argument is of an earlier block.
            for (int i = 0; i < length; i++)
            {
                _negative[i] = -X[i];
                _nearest[i] = NearestTo(X[i]);
            }

            foreach (var (name, call) in SingleCalls.All)
            {
                Check(name, call, X, 1, length, verdict);
                Check(name, call, _negative, -1, length, verdict);
            }

            verdict.Add(2L * length);
        }

        private void Check(string name, SinCosOfFloats call, float[] x, int sign, int length, Verdict verdict)
        {
            _sin.AsSpan().Fill(12345);
            _cos.AsSpan().Fill(12345);
            call(x, _sin, _cos);
            for (int i = 0; i < length; i++)
            {
                // Sine is odd; NaN has one sign.
                var (sin, cos) = _nearest[i];
                Compare(name, x[i], (_sin[i], _cos[i]), (float.IsNaN(sin) ? sin : sign * sin, cos), verdict);
            }
        }
    }

    private sealed class DoubleBlock
    {
        private readonly double[] _sin = new double[BlockLength];
        private readonly double[] _cos = new double[BlockLength];
        private readonly double[] _sinAlone = new double[BlockLength];
        private readonly double[] _cosAlone = new double[BlockLength];

        public double[] X { get; } = new double[BlockLength];

        public void Check(int length, Verdict verdict)
        {
            CorrectlyRounded.SinCos(X, _sin, _cos);
            CorrectlyRounded.Sin(X, _sinAlone);
            CorrectlyRounded.Cos(X, _cosAlone);
            for (int i = 0; i < length; i++)
            {
                var (sin, cos) = double.IsFinite(X[i]) ? Nearest.Doubles(X[i]) : (double.NaN, double.NaN);
                Check("CorrectlyRounded.SinCos", "sin", X[i], _sin[i], sin, verdict);
                Check("CorrectlyRounded.SinCos", "cos", X[i], _cos[i], cos, verdict);
                Check("CorrectlyRounded.Sin", "sin", X[i], _sinAlone[i], sin, verdict);
                Check("CorrectlyRounded.Cos", "cos", X[i], _cosAlone[i], cos, verdict);
            }

            verdict.Add(length);
        }

        private static void Check(string call, string function, double x, double result, double nearest, Verdict verdict)
        {
            if (BitConverter.DoubleToInt64Bits(result) != BitConverter.DoubleToInt64Bits(nearest))
                verdict.Add(new Misrounding(call, function, x, result, nearest));
        }
    }
}
