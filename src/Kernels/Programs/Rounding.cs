namespace Kernels;

/// <summary>How the elementary functions within a <see cref="PureFunction"/> are rounded.</summary>
public enum Rounding
{
    /// <summary>As those of <see cref="Elementary"/>: once, with a declared bound near half an ULP.</summary>
    Declared,

    /// <summary>To the nearest double, as those of <see cref="CorrectlyRounded"/>: the bits follow from the formula alone.</summary>
    Correct,
}
