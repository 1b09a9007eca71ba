namespace Kernels.Loops;

/// <summary>The calling thread alone, on the lanes of one width whatever the processor prefers: for tests and comparisons.</summary>
internal readonly struct ForcedWidth(int bits) : IRunner
{
    public static readonly int[] All = [64, 128, 256, 512];

    public void Run<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        for (long done = 0; done < count;)
        {
            done += bits switch
            {
                64 => loop.Run<Double1<Near>, Double1<Whole>>(done, count - done),
                128 => loop.Run<Double2<Near>, Double2<Whole>>(done, count - done),
                256 => loop.Run<Double4<Near>, Double4<Whole>>(done, count - done),
                512 => loop.Run<Double8<Near>, Double8<Whole>>(done, count - done),
                _ => throw new InvalidOperationException($"There are no lanes of {bits} bits."),
            };
        }
    }
}
