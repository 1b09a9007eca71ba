namespace Kernels.Programs;

/// <summary>What a pass does with vectors.</summary>
internal interface IPass
{
    /// <summary>How many of the vectors it takes.</summary>
    static abstract int Operands { get; }

    static abstract V Apply<V>(V a, V b, V c) where V : struct, ILanes<V>;
}

internal readonly struct Addition : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => a + b;
}

internal readonly struct Subtraction : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => a - b;
}

internal readonly struct Multiplication : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => a * b;
}

internal readonly struct Division : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => a / b;
}

internal readonly struct Negation : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => -a;
}

internal readonly struct Magnitude : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Abs(a);
}

internal readonly struct SquareRoots : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Sqrt(a);
}

internal readonly struct RoundingDown : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Floor(a);
}

internal readonly struct RoundingUp : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Ceiling(a);
}

internal readonly struct Truncation : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Truncate(a);
}

internal readonly struct RoundingToNearest : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Round(a);
}

internal readonly struct Minimum : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Min(a, b);
}

internal readonly struct Maximum : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Max(a, b);
}

internal readonly struct Signed : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.CopySign(a, b);
}

internal readonly struct MultiplicationAndAddition : IPass
{
    public static int Operands => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.FusedMultiplyAdd(a, b, c);
}

internal readonly struct IsLess : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Less(a, b);
}

internal readonly struct IsLessOrEqual : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.LessOrEqual(a, b);
}

internal readonly struct IsEqual : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Equal(a, b);
}

internal readonly struct Conjunction : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.And(a, b);
}

internal readonly struct Disjunction : IPass
{
    public static int Operands => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Or(a, b);
}

internal readonly struct Inversion : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.Not(a);
}

internal readonly struct Selection : IPass
{
    public static int Operands => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => V.SelectBySign(a, b, c);
}

internal readonly struct Identity : IPass
{
    public static int Operands => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b, V c) where V : struct, ILanes<V> => a;
}
