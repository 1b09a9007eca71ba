namespace Kernels.Functions;

/// <summary>How far values may be off before they are rounded. (A type, so that tests can leave one out.)</summary>
internal interface IRoundingTest
{
    /// <summary>Whether it matters.</summary>
    static virtual bool IsTested => true;

    /// <summary>By <see cref="SineCosine"/>, relative to the value.</summary>
    static abstract double RelativeError { get; }

    /// <summary>By <see cref="PreciseSineCosine"/>, relative to the value.</summary>
    static abstract double PreciseRelativeError { get; }

    /// <summary>
    /// By <see cref="ILastStages.EvaluateWide"/>, of a value between 1/2 and 1: 2⁻¹⁸⁰, ten times or more what the remarks of every function
    /// derive.
    /// </summary>
    static virtual UInt192 WideError => new(0, 0, 1 << 12);
}

/// <summary>What has been proved.</summary>
internal readonly struct Proved : IRoundingTest
{
    /// <summary>2⁻⁶⁵: Gappa proves 2⁻⁶⁵·⁰⁸ (tools/proof.txt).</summary>
    public static double RelativeError => 2.710505431213761e-20;

    /// <summary>2⁻⁸³, twice what docs/accuracy.md derives.</summary>
    public static double PreciseRelativeError => 1.0339757656912846e-25;
}

/// <summary>What is not asked for: values are rounded once, as they are known.</summary>
internal readonly struct Untested : IRoundingTest
{
    public static bool IsTested => false;

    public static double RelativeError => 0;

    public static double PreciseRelativeError => 0;
}
