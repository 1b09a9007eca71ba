using System.Runtime.InteropServices;
using Kernels.Loops;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;
using HeartBody = Kernels.Loops.TableBody<
    Kernels.Functions.Mapped<Kernels.Functions.OnCircle<Kernels.Functions.SineAndCosine>, Kernels.Curves.Heart>, Kernels.Loops.Declared>;

namespace Kernels.Scaling;

/// <summary>Direct and streamed results beside one another at lengths on both sides of the threshold, on one core.</summary>
internal static unsafe class StreamingStores
{
    public static IReadOnlyList<ScalingRow> Measure(int length, CancellationToken token)
    {
        var rows = new List<ScalingRow>
        {
            new("threshold, outputs in MB", Streaming.Threshold / 1e6, Streaming.Threshold / 1e6, "MB", null, null),
            new("share of the last-level cache", LastLevelCache.Share / 1e6, LastLevelCache.Share / 1e6, "MB", null, null),
        };
        foreach (int n in (int[])[1 << 14, 1 << 16, 1 << 18, 1 << 19, 1 << 20, 3 << 19, 1 << 21, 3 << 20, 1 << 22, length])
            rows.AddRange(Beside(n, 0, $"{n}", token));
        foreach (int shift in (int[])[0, 64, 256, 1024, 2048])
            rows.AddRange(Beside(1 << 14, shift, $"{1 << 14}, arrays {shift} bytes apart modulo 4096", token));
        return rows;
    }

    private static IReadOnlyList<ScalingRow> Beside(int length, int shift, string name, CancellationToken token)
    {
        // Whole pages, so that the three arrays differ by the shift alone.
        nuint room = (((nuint)length * sizeof(double)) + 4095 & ~(nuint)4095) + 4096;
        byte* memory = (byte*)NativeMemory.AlignedAlloc(3 * room, 4096);
        try
        {
            double* t = (double*)memory, x = (double*)(memory + room + shift), y = (double*)(memory + (2 * room) + (2 * shift));
            Interval.Hundred.Sample(length).CopyTo(new Span<double>(t, length));
            new Span<double>(x, length).Clear();
            new Span<double>(y, length).Clear();
            var columns = new DirectColumns<double> { First = t, Second = x, Third = y };
            var streamedColumns = columns with { Stream = true };
            var direct = new DirectLoop<HeartBody, double>(default, &columns);
            var streamed = new DirectLoop<HeartBody, double>(default, &streamedColumns);
            return Rows.Race(
                [
                    ($"{name}, direct", length, () => default(CallingThread).Run(direct, length)),
                    ($"{name}, streamed", length, () => default(CallingThread).Run(streamed, length)),
                ],
                new Dictionary<string, string> { [$"{name}, streamed"] = $"{name}, direct" },
                token);
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }
}
