namespace Kernels.Loops;

/// <summary>What is done with columns of numbers, of one format, that lie one after the other.</summary>
internal unsafe interface IBody
{
    /// <summary>Input columns.</summary>
    static abstract int Inputs { get; }

    /// <summary>Result columns.</summary>
    static abstract int Results { get; }

    /// <summary>Whether columns of floats are to be widened before.</summary>
    static virtual bool IsForDoubles => false;

    /// <inheritdoc cref="ILoop.FunctionKey"/>
    ulong FunctionKey { get; }

    /// <summary>Evaluates whole vectors.</summary>
    /// <param name="columns">The input columns, then the result columns.</param>
    /// <param name="first">The first element.</param>
    /// <param name="count">A multiple of the lanes.</param>
    /// <param name="streams">Whether results go past the caches.</param>
    /// <typeparam name="VNear">The fast lanes.</typeparam>
    /// <typeparam name="VWhole">The complete lanes of the same shape.</typeparam>
    /// <typeparam name="T">The columns' format, double or float.</typeparam>
    /// <returns>How many are done: less than all, but a vector at least, if <see cref="Ticks"/> has moved.</returns>
    long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged;
}
