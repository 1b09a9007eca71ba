using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Kernels.Reference;

/// <summary>
/// Elementary functions by MPFR, a second opinion on <see cref="Exact"/> where the library is installed (Debian's package libmpfr6).
/// </summary>
public static unsafe partial class Mpfr
{
    public const string Library = "libmpfr.so.6";

    private const int NearestEven = 0;

    private static readonly nint Handle = NativeLibrary.TryLoad(Library, out nint handle) ? handle : 0;

    public static bool IsAvailable => Handle != 0;

    /// <summary>
    /// A function of one finite double, by MPFR's name for it (exp for mpfr_exp), rounded to <paramref name="bits"/> significant bits.
    /// </summary>
    /// <exception cref="DllNotFoundException">MPFR is not installed: see <see cref="IsAvailable"/>.</exception>
    /// <exception cref="EntryPointNotFoundException">MPFR has no such function.</exception>
    public static Fixed Evaluate(string function, double x, int bits)
    {
        var evaluate = (delegate* unmanaged<Number*, Number*, int, int>)Address(function);
        Number argument, result;
        Initialize(&argument, 53);
        Initialize(&result, bits);
        _ = SetDouble(&argument, x, NearestEven);
        _ = evaluate(&result, &argument, NearestEven);
        var value = Value(&result);
        Clear(&argument);
        Clear(&result);
        return value;
    }

    /// <summary>Of two finite doubles likewise.</summary>
    /// <exception cref="DllNotFoundException">MPFR is not installed: see <see cref="IsAvailable"/>.</exception>
    /// <exception cref="EntryPointNotFoundException">MPFR has no such function.</exception>
    public static Fixed Evaluate(string function, double x, double y, int bits)
    {
        var evaluate = (delegate* unmanaged<Number*, Number*, Number*, int, int>)Address(function);
        Number first, second, result;
        Initialize(&first, 53);
        Initialize(&second, 53);
        Initialize(&result, bits);
        _ = SetDouble(&first, x, NearestEven);
        _ = SetDouble(&second, y, NearestEven);
        _ = evaluate(&result, &first, &second, NearestEven);
        var value = Value(&result);
        Clear(&first);
        Clear(&second);
        Clear(&result);
        return value;
    }

    private static nint Address(string function) => IsAvailable
        ? NativeLibrary.GetExport(Handle, "mpfr_" + function)
        : throw new DllNotFoundException($"{Library} is not installed.");

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

    [LibraryImport(Library, EntryPoint = "mpfr_get_str")]
    private static partial nint GetString(nint buffer, out nint exponent, int digitBase, nuint digits, Number* number, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_free_str")]
    private static partial void FreeString(nint text);

    [LibraryImport(Library, EntryPoint = "mpfr_clear")]
    private static partial void Clear(Number* number);
}
