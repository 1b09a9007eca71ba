namespace Kernels.Functions;

/// <summary>The cube root of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// The row of <see cref="CubeRootTable"/> has T and G = 1/(3T³): with p = y·G − 1/3 the root is ±2^q·(T + T·(p − p² + …)). The error is
/// about 2⁻⁵² of the result. No float is rounded to the wrong side for it: docs/accuracy.md.
/// </remarks>
internal readonly struct SingleCubeRoot : ITableFunction
{
    // (1 + 3p)^⅓ ≈ 1 + p·(Root1 + Root2·p + Root3·p² + Root4·p³), absolute error 2⁻⁵²·⁹.
    internal const double Root1 = 0.999999999999247;    // 0x1.fffffffffe582p-1
    internal const double Root2 = -0.999999999996317;   // -0x1.fffffffff7e6ap-1
    internal const double Root3 = 1.6666719216933954;  // 0x1.aaab02d4d5a8cp+0
    internal const double Root4 = -3.333349567928948;  // -0x1.aaab32da31fdfp+1

    public static ref readonly double Table => ref CubeRootTable.First;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => CubeRoot.ConstantsOfBegin<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => new([CubeRoot.Third, Root1, Root2, Root3, Root4]);

    // Floats are normal doubles, but for 0, infinity and NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants)
        where V : struct, ILanes<V> => CubeRoot.Begin(x, y, range, constants);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V argument, V scale, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V p = V.FusedMultiplyAdd(argument, row.Second, -constants.First), table = V.AddBits(row.First, scale);
        V series = V.FusedMultiplyAdd(
            V.FusedMultiplyAdd(V.FusedMultiplyAdd(constants.Fifth, p, constants.Fourth), p, constants.Third), p, constants.Second);
        V result = V.FusedMultiplyAdd(table * p, series, table);
        result = V.IsWhole ? CubeRoot.KeepSpecial(x, result) : result;
        return ((result, result), default);
    }
}
