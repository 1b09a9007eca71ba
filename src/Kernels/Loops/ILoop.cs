using System.Runtime.Intrinsics;

namespace Kernels.Loops;

/// <summary>A loop over arrays, bound to them, that can do any part of its work.</summary>
internal interface ILoop
{
    /// <summary>
    /// Does elements <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1,
    /// or less if <see cref="Ticks"/> moves meanwhile.
    /// </summary>
    /// <typeparam name="VNear">The fast lanes.</typeparam>
    /// <typeparam name="VWhole">The complete lanes of the same shape.</typeparam>
    /// <returns>How many are done: a vector at least, or all. What has been written is then to be seen by all threads.</returns>
    long Run<VNear, VWhole>(long first, long count) where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>;

    /// <summary>Tells functions of one type apart that may differ in what an element costs; 0 where there is but one.</summary>
    ulong FunctionKey { get; }

    /// <summary>Bytes of an element.</summary>
    static abstract int ElementBytes { get; }

    /// <summary>
    /// Elements from <paramref name="first"/> to the next place where the destination's address is a multiple of <paramref name="bytes"/>.
    /// </summary>
    long ElementsToBorder(long first, int bytes);
}

/// <summary>Who does a loop's work: the calling thread alone, or all cores.</summary>
internal interface IRunner
{
    void Run<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop;
}

/// <summary>The calling thread alone.</summary>
internal readonly struct CallingThread : IRunner
{
    public void Run<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        if (!FloatingPointEnvironment.IsDefault)
            RunUnderDefault(loop, count);
        else if (Width.Run(loop, 0, count) is var done && done < count)
            RunRest(loop, done, count);
    }

    // After a tick, of which others have need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunRest<TLoop>(TLoop loop, long done, long count) where TLoop : struct, ILoop
    {
        while (done < count)
            done += Width.Run(loop, done, count - done);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunUnderDefault<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        using var environment = new FloatingPointEnvironment();
        environment.ReplaceByDefault();
        RunRest(loop, 0, count);
    }
}

/// <summary>The vector width: the widest that the processor runs at full speed.</summary>
internal static class Width
{
    /// <summary>The width in use, in bits; 64 stands for one double at a time.</summary>
    public static int Bits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    /// <summary>Runs a part of the loop on the lanes of that width.</summary>
    /// <returns>How many elements are done.</returns>
    public static long Run<TLoop>(TLoop loop, long first, long count) where TLoop : struct, ILoop
    {
        // The properties are constants to the compiler; a stored copy would not be.
        if (Vector512.IsHardwareAccelerated)
            return loop.Run<Double8<Near>, Double8<Whole>>(first, count);
        if (Vector256.IsHardwareAccelerated)
            return loop.Run<Double4<Near>, Double4<Whole>>(first, count);
        if (Vector128.IsHardwareAccelerated)
            return loop.Run<Double2<Near>, Double2<Whole>>(first, count);
        return loop.Run<Double1<Near>, Double1<Whole>>(first, count);
    }
}
