namespace Kernels.Lanes;

/// <summary>
/// What kernels owe to arguments beyond their fast path. A branch to the slow path inside a hot loop would make the loop spill its
/// registers, so there are two kinds of lanes, and the loops use both.
/// </summary>
internal interface IDomain
{
    static abstract bool IsWhole { get; }
}

/// <summary>Fast lanes: a kernel gives the right bits on ordinary arguments and NaN on all others, without a branch.</summary>
internal readonly struct Near : IDomain
{
    public static bool IsWhole => false;
}

/// <summary>Complete lanes: a kernel gives the right bits on every argument.</summary>
internal readonly struct Whole : IDomain
{
    public static bool IsWhole => true;
}
