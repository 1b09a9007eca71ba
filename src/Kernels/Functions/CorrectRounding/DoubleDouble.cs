namespace Kernels.Functions;

/// <summary>Numbers as unevaluated sums of two doubles, the second at most half of the first one's last place: some 105 bits.</summary>
internal readonly record struct DoubleDouble<V>(V High, V Low) where V : struct, ILanes<V>
{
    /// <summary>The doubles nearest to a value less and plus what it may be off by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Lower, V Upper) Ends(V error) => (High + (Low - error), High + (Low + error));

    /// <summary>Dekker's sum: exact if the second summand is not the larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> FastSum(V large, V small)
    {
        V sum = large + small;
        return new(sum, small - (sum - large));
    }

    /// <summary>Knuth's sum: always exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Sum(V left, V right)
    {
        V sum = left + right, rightPart = sum - left;
        return new(sum, left - (sum - rightPart) + (right - rightPart));
    }

    /// <summary>An exact product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Product(V left, V right)
    {
        V product = left * right;
        return new(product, -V.FusedNegatedMultiplyAdd(left, right, product));
    }

    /// <summary>The product, to within 2⁻¹⁰² of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> operator *(DoubleDouble<V> left, DoubleDouble<V> right)
    {
        var product = Product(left.High, right.High);
        V cross = V.FusedMultiplyAdd(left.High, right.Low, V.FusedMultiplyAdd(left.Low, right.High, product.Low));
        return FastSum(product.High, cross);
    }

    /// <summary>The sum, to within 2⁻¹⁰² of the larger magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> operator +(DoubleDouble<V> left, DoubleDouble<V> right)
    {
        var sum = Sum(left.High, right.High);
        return FastSum(sum.High, sum.Low + (left.Low + right.Low));
    }
}
