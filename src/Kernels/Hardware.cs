using Kernels.Loops;

namespace Kernels;

/// <summary>What the library runs on, in this process. Speed follows from it, results do not.</summary>
public static class Hardware
{
    /// <summary>The bits of the vectors that the loops use: 512, 256 or 128; 64 where numbers are computed one at a time.</summary>
    /// <remarks>The widest that the processor runs at full speed. Programs that were compiled ahead of time have the width that was asked
    /// for then (<c>IlcInstructionSet</c>).</remarks>
    public static int VectorBits => Width.Bits;

    /// <summary>Whether the processor multiplies and adds with a single rounding.</summary>
    /// <remarks>A program that was compiled ahead of time for plain x64 says no, on any processor: see <c>IlcInstructionSet</c>.</remarks>
    public static bool HasFusedMultiplyAdd => FusedMultiplyAdd.IsHardware;

    /// <summary>The most threads that a call with <see cref="ParallelOptions"/> runs on: the processors that the process may use.</summary>
    public static int Threads => Environment.ProcessorCount;
}
