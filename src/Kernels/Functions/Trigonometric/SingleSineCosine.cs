using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Sine and cosine of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// x = k·π/256 + r with |r| ≤ π/512, by Cody and Waite's method with fused multiply-adds: k·Step1 cancels exactly against x, and what Step1
/// and StepLow leave out, times k, is below 2⁻⁸⁵. sin(a + r) = S + (C·sin r + S·(cos r − 1)) with S = sin a and C = cos a of 512 points of
/// the circle; the cosine likewise.
/// </para>
/// <para>
/// The error is about 2⁻⁵³ of the result: of a thousand million floats one or two might be rounded to the wrong side. None is, which a
/// command shows for every float (CONTRIBUTING.md); one of the points is moved for it (<see cref="CircleTable.Pairs"/>).
/// </para>
/// <para>Beyond 2²² the kernel for doubles serves, rounded to odd.</para>
/// </remarks>
internal static class SingleSineCosine
{
    /// <summary>The largest error of either result over all floats, in ULP of float, once it is rounded: it is the nearest float.</summary>
    public const double ErrorBoundInUlp = 0.5;

    /// <summary>The largest |x| that the method serves.</summary>
    public const float LargestArgument = 4194304;

    // sin r − r ≈ Sin3·r³ + Sin5·r⁵, relative error of sin r 2⁻⁶¹.
    internal const double Sin3 = -0.1666666666665455;      // -0x1.5555555554448p-3
    internal const double Sin5 = 0.008333322932416077;     //  0x1.1110fabb1a187p-7

    // cos r − 1 ≈ −r²/2 + Cos4·r⁴, absolute error 2⁻⁵⁶·⁸.
    internal const double Cos4 = 0.04166661991279279;      //  0x1.55553c3b87a36p-5

    /// <summary>2¹⁰⁶(1 − 2⁻²⁴): times the largest argument it is the largest float, times more it overflows.</summary>
    public const float Overflowing = 8.112963358E+31f;

    // A number between the largest argument and the next float.
    private const double Border = LargestArgument + 0.25;

    /// <summary>Both phases at once, for any floats.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (V Sine, V Cosine) Both<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, remainder) = SingleReduction<V>.Once.Reduce(x);
        var (tableSine, tableCosine) = V.Pairs(in CircleTable.FirstPair, offsets);
        var (sine, cosine) = SinglePolynomials<V>.Once.Both(tableSine, tableCosine, remainder);
        return IsNear(x) ? (sine, cosine) : ReplaceFar(x, sine, cosine);
    }

    /// <summary>Whether all lanes are within the method's range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => V.AllLess(V.Abs(x), Border);

    /// <summary>Sine and cosine in lanes beyond the method's range, by the kernel for doubles; in the others what is given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (V Sine, V Cosine) ReplaceFar<V>(V x, V nearSine, V nearCosine)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction.Reduce(x);
        var (tableSine, tableCosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction.Finish(first, multiple, shift);
        var (farSine, farCosine) = SineCosine.BothToOdd(tableSine, tableCosine, high, low);
        V far = Border - V.Abs(x);
        return (V.SelectBySign(far, farSine, nearSine), V.SelectBySign(far, farCosine, nearCosine));
    }
}

/// <summary>The reduction, with its constants in lanes.</summary>
/// <remarks>
/// A loop makes one before it begins, and has the constants in registers; as operands in memory they cost a load at each use. It reads them
/// from a table, since the compiler puts literals back to where they are used. In a user's function, which may call several times, they are
/// such operands: there is no room for them.
/// </remarks>
internal readonly struct SingleReduction<V>
    where V : struct, IDoubleLanes<V>, ILanes<V>
{
    private readonly V _stepsPerRadian, _roundingMagic, _step1, _step2, _offsets;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SingleReduction(V stepsPerRadian, V roundingMagic, V step1, V step2)
    {
        _stepsPerRadian = stepsPerRadian;
        _roundingMagic = roundingMagic;
        _step1 = step1;
        _step2 = step2;
        _offsets = CircleTable.PairOffsets;
    }

    /// <summary>For one use, constants as literals.</summary>
    public static SingleReduction<V> Once
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(CircleReduction.StepsPerRadian, CircleReduction.RoundingMagic, CircleReduction.Step1, PayneHanek.StepLow);
    }

    /// <summary>For a loop, constants from the table.</summary>
    public static SingleReduction<V> Repeated
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var constants = Constants;
            return new(constants[0], constants[1], constants[2], constants[3]);
        }
    }

    private static ReadOnlySpan<double> Constants =>
        [CircleReduction.StepsPerRadian, CircleReduction.RoundingMagic, CircleReduction.Step1, PayneHanek.StepLow];

    /// <summary>The offset of the circle's point, and the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Offsets, V Remainder) Reduce(V x)
    {
        V steps = V.FusedMultiplyAdd(x, _stepsPerRadian, _roundingMagic);
        V k = steps - _roundingMagic;
        return (V.And(V.ShiftLeft(steps, 1), _offsets), V.FusedNegatedMultiplyAdd(k, _step2, V.FusedNegatedMultiplyAdd(k, _step1, x)));
    }
}

/// <summary>
/// Sine and cosine from the point of the circle and the remainder, with the polynomials' coefficients in lanes: see
/// <see cref="SingleReduction{V}"/>.
/// </summary>
internal readonly struct SinglePolynomials<V>
    where V : struct, IDoubleLanes<V>, ILanes<V>
{
    private readonly V _sin3, _sin5, _cos2, _cos4, _zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SinglePolynomials(V sin3, V sin5, V cos2, V cos4)
    {
        _sin3 = sin3;
        _sin5 = sin5;
        _cos2 = cos2;
        _cos4 = cos4;
        _zero = 0;
    }

    /// <summary>For one use, constants as literals.</summary>
    public static SinglePolynomials<V> Once
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(SingleSineCosine.Sin3, SingleSineCosine.Sin5, -0.5, SingleSineCosine.Cos4);
    }

    /// <summary>For a loop, constants from the table.</summary>
    public static SinglePolynomials<V> Repeated
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var constants = Constants;
            return new(constants[0], constants[1], constants[2], constants[3]);
        }
    }

    private static ReadOnlySpan<double> Constants => [SingleSineCosine.Sin3, SingleSineCosine.Sin5, -0.5, SingleSineCosine.Cos4];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Sine(V tableSine, V tableCosine, V remainder)
    {
        var (sine, cosine) = OfRemainder(remainder);
        return V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Cosine(V tableSine, V tableCosine, V remainder)
    {
        var (sine, cosine) = OfRemainder(remainder);
        return V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Sine, V Cosine) Both(V tableSine, V tableCosine, V remainder)
    {
        var (sine, cosine) = OfRemainder(remainder);
        return (
            V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine)),
            V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine)));
    }

    /// <summary>sin r and cos r − 1.</summary>
    /// <remarks>The sums with 0 make +0 of −0: so the signs of zeros come out right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (V Sine, V Cosine) OfRemainder(V r)
    {
        V square = r * r;
        V sine = V.FusedMultiplyAdd(square, _sin5, _sin3);
        V cosine = V.FusedMultiplyAdd(square, _cos4, _cos2);
        return (V.FusedMultiplyAdd(V.FusedMultiplyAdd(r, square, _zero), sine, r), V.FusedMultiplyAdd(square, cosine, _zero));
    }
}
