using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>A loop over arrays, bound to them, that can do any part of its work.</summary>
internal interface ILoop
{
    /// <summary>Does elements <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1.</summary>
    /// <typeparam name="VNear">The fast lanes.</typeparam>
    /// <typeparam name="VWhole">The complete lanes of the same shape.</typeparam>
    void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>;

    /// <summary>Each thread that has done a part calls it after its last: what it wrote is then to be seen by all.</summary>
    void Finish();

    /// <summary>Bytes of an element.</summary>
    static abstract int ElementBytes { get; }

    /// <summary>Elements from <paramref name="first"/> to the next place where the destination's address is a multiple of <paramref name="bytes"/>.</summary>
    long ElementsToBorder(long first, int bytes);
}

/// <summary>Who does a loop's work: the calling thread alone, or all cores.</summary>
internal interface IRunner
{
    void Run<TLoop>(TLoop loop, long count)
        where TLoop : struct, ILoop;
}

/// <summary>The calling thread alone.</summary>
internal readonly struct CallingThread : IRunner
{
    public void Run<TLoop>(TLoop loop, long count)
        where TLoop : struct, ILoop
    {
        Width.Run(loop, 0, count);
        loop.Finish();
    }
}
