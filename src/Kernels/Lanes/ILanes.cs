namespace Kernels;

/// <summary>
/// A vector of doubles of any width: what a kernel computes with. A kernel written once over <typeparamref name="TSelf"/> runs on one
/// number, on 128, 256 and 512 bits, and gives every element the same bits on each.
/// </summary>
/// <typeparam name="TSelf">The lanes themselves.</typeparam>
/// <remarks>
/// <para>
/// The set of lanes is closed: the library provides them, <see cref="IFunction"/> and <see cref="ICurve"/> receive them. Every
/// operation works lane by lane and is correctly rounded (IEEE 754, to nearest, ties to even), so it has one possible result.
/// </para>
/// <para>
/// A number stands for a vector that repeats it: <c>16 * s * s * s</c> is a product of lanes.
/// </para>
/// <para>
/// Every operation gives NaN in a lane whose operand is NaN there. There is no comparison and no selection: a lane must not decide
/// what another gets, and the loops rely on NaN reaching the result.
/// </para>
/// </remarks>
public partial interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Gives a vector with <paramref name="value"/> in every lane.</summary>
    /// <param name="value">The number to repeat.</param>
    static abstract implicit operator TSelf(double value);

    /// <summary>Adds lane by lane.</summary>
    /// <param name="left">The first summand.</param>
    /// <param name="right">The second summand.</param>
    /// <returns>The sum, rounded once.</returns>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Subtracts lane by lane.</summary>
    /// <param name="left">The number to subtract from.</param>
    /// <param name="right">The number to subtract.</param>
    /// <returns>The difference, rounded once.</returns>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Changes the sign of every lane, zeros included.</summary>
    /// <param name="value">The number to negate.</param>
    /// <returns>The negative, exactly.</returns>
    static abstract TSelf operator -(TSelf value);

    /// <summary>Multiplies lane by lane.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    /// <returns>The product, rounded once.</returns>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Divides lane by lane.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <returns>The quotient, rounded once.</returns>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Multiplies and adds lane by lane with a single rounding, on every machine.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    /// <param name="addend">The number added to the product.</param>
    /// <returns><c>left · right + addend</c>, rounded once.</returns>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>Multiplies and subtracts from <paramref name="minuend"/> lane by lane with a single rounding, on every machine.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    /// <param name="minuend">The number from which the product is subtracted.</param>
    /// <returns><c>minuend − left · right</c>, rounded once.</returns>
    static abstract TSelf FusedNegatedMultiplyAdd(TSelf left, TSelf right, TSelf minuend);

    /// <summary>Takes the square root lane by lane.</summary>
    /// <param name="value">The radicand.</param>
    /// <returns>The square root, rounded once; NaN where <paramref name="value"/> is negative.</returns>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>Takes the absolute value lane by lane.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The magnitude, exactly.</returns>
    static abstract TSelf Abs(TSelf value);

    /// <summary>Takes the smaller number lane by lane; −0 is smaller than +0.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    /// <returns>The smaller; NaN where either is NaN.</returns>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>Takes the larger number lane by lane; +0 is larger than −0.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    /// <returns>The larger; NaN where either is NaN.</returns>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Brings every lane between two numbers.</summary>
    /// <param name="value">The number.</param>
    /// <param name="min">The smallest result.</param>
    /// <param name="max">The largest result; it is the result where it is less than <paramref name="min"/>.</param>
    /// <returns><c>Min(Max(value, min), max)</c>; NaN where one of the three is NaN.</returns>
    static abstract TSelf Clamp(TSelf value, TSelf min, TSelf max);

    /// <summary>Rounds down to an integer lane by lane.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The largest integer that is not larger, exactly; zeros keep their sign.</returns>
    static abstract TSelf Floor(TSelf value);

    /// <summary>Rounds up to an integer lane by lane.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The smallest integer that is not smaller, exactly; −0 for numbers between −1 and 0.</returns>
    static abstract TSelf Ceiling(TSelf value);

    /// <summary>Rounds to the nearest integer lane by lane, of two to the even one.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer, with the sign of <paramref name="value"/>.</returns>
    static abstract TSelf Round(TSelf value);

    /// <summary>Rounds towards zero to an integer lane by lane.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The integer, with the sign of <paramref name="value"/>.</returns>
    static abstract TSelf Truncate(TSelf value);

    /// <summary>Gives every lane the sign of another number.</summary>
    /// <param name="value">The magnitude.</param>
    /// <param name="sign">The sign: that of NaN, which differs from processor to processor, counts as positive.</param>
    /// <returns>The magnitude with that sign, exactly; NaN where <paramref name="value"/> is NaN.</returns>
    static abstract TSelf CopySign(TSelf value, TSelf sign);
}
