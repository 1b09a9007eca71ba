namespace Kernels.Functions;

/// <content>Written by tools/Kernels.Tables.</content>
internal static partial class WideExponential
{
    /// <summary>ln 2.</summary>
    public static UInt192 Ln2 => new(0xB17217F7D1CF79AB, 0xC9E3B39803F2F6AF, 0x40F343267298B62D);

    /// <summary>log₂ e, two bits before the binary point.</summary>
    public static ReadOnlySpan<ulong> Log2E =>
    [
        0x5C551D94AE0BF85D, 0xDF43FF68348E9F44, 0x75ABBD546EB4AD2C, 0x45928B3668D09923,
    ];

    /// <summary>log₂ 2, likewise.</summary>
    public static ReadOnlySpan<ulong> Log2Of2 => [0x4000000000000000, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000];

    /// <summary>log₂ 10, likewise.</summary>
    public static ReadOnlySpan<ulong> Log2Of10 =>
    [
        0xD49A784BCD1B8AFE, 0x492BF6FF4DAFDB4C, 0xD96C55FE37B3AD4E, 0x91B6AC8082E7859D,
    ];
}
