using System.Diagnostics;
using System.Numerics;

namespace Kernels.Functions;

/// <summary>What the last stages of correct rounding need of a function of one or two doubles, with one or two results.</summary>
/// <remarks>
/// Of one: the second is 0 and is not read. Arguments are finite: what comes of others is decided before any rounding. A function whose
/// values integers can compare with the middle between two doubles does all of it in <see cref="Trivial"/>, and needs nothing else.
/// </remarks>
internal interface ILastStages
{
    /// <summary>What results are rounded to.</summary>
    static virtual FloatingPointFormat Format => FloatingPointFormat.Double;

    /// <summary>
    /// The double nearest to the value where that takes no precision: of arguments so small that the series begins with the result, of
    /// values far out of range, and wherever the value is the middle between two doubles, which no precision would decide.
    /// </summary>
    static abstract double? Trivial(double x, double y, int result);

    /// <summary>The value as ± fraction·2^exponent, not 0, good to what <see cref="IRoundingTest.WideError"/> says.</summary>
    /// <remarks>Neither this nor the next is there where every value is trivial.</remarks>
    static virtual (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result) =>
        throw new UnreachableException();

    /// <summary>
    /// The value as units·2^exponent, to within <see cref="FinalRounding.ExactError"/> units, which become 2^bits times smaller with the
    /// bits that are asked for.
    /// </summary>
    static virtual (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) =>
        throw new UnreachableException();
}
