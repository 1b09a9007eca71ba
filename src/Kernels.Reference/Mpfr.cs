using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Kernels.Reference;

/// <summary>
/// Sine and cosine by MPFR, a second opinion on <see cref="Exact"/> where the library is installed (Debian's package libmpfr6).
/// </summary>
public static unsafe partial class Mpfr
{
    public const string Library = "libmpfr.so.6";

    private const int NearestEven = 0;

    public static bool IsAvailable { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary>The sine and the cosine of a finite double, each rounded to <paramref name="bits"/> significant bits.</summary>
    /// <exception cref="DllNotFoundException">MPFR is not installed: see <see cref="IsAvailable"/>.</exception>
    public static (Fixed Sin, Fixed Cos) SinCos(double x, int bits)
    {
        Number argument, sin, cos;
        Initialize(&argument, 53);
        Initialize(&sin, bits);
        Initialize(&cos, bits);
        _ = SetDouble(&argument, x, NearestEven);
        _ = SinCos(&sin, &cos, &argument, NearestEven);
        var result = (Value(&sin), Value(&cos));
        Clear(&argument);
        Clear(&sin);
        Clear(&cos);
        return result;
    }

    private static Fixed Value(Number* number)
    {
        nint text = GetString(0, out nint exponent, 16, 0, number, NearestEven);
        string digits = Marshal.PtrToStringUTF8(text)!;
        FreeString(text);

        // 0.d₁d₂…·16^exponent
        bool negative = digits[0] == '-';
        string hexadecimal = negative ? digits[1..] : digits;
        var units = BigInteger.Parse("0" + hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new(negative ? -units : units, 4 * (hexadecimal.Length - (int)exponent));
    }

    // MPFR's own layout on 64-bit systems; only MPFR looks inside.
    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Number;

    [LibraryImport(Library, EntryPoint = "mpfr_init2")]
    private static partial void Initialize(Number* number, nint bits);

    [LibraryImport(Library, EntryPoint = "mpfr_set_d")]
    private static partial int SetDouble(Number* number, double value, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_sin_cos")]
    private static partial int SinCos(Number* sin, Number* cos, Number* x, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_get_str")]
    private static partial nint GetString(nint buffer, out nint exponent, int digitBase, nuint digits, Number* number, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_free_str")]
    private static partial void FreeString(nint text);

    [LibraryImport(Library, EntryPoint = "mpfr_clear")]
    private static partial void Clear(Number* number);
}
