using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using unsafe ControlFunction = delegate* unmanaged[SuppressGCTransition]<uint*, uint, uint, int>;
using unsafe EnvironmentFunction = delegate* unmanaged[SuppressGCTransition]<void*, int>;

namespace Kernels.Lanes;

/// <summary>
/// A thread's rounding mode and treatment of subnormals. Every result rests on the default: to nearest, and subnormals kept.
/// </summary>
/// <remarks>
/// Who links a library made with <c>-ffast-math</c> has its threads flush subnormals to zero; others round upwards for interval arithmetic.
/// A call over spans replaces that by the default, and gives it back at its end.
/// </remarks>
internal unsafe struct FloatingPointEnvironment : IDisposable
{
    /// <summary>Eights of bytes for C's <c>fenv_t</c>, which takes 32 bytes at most on the systems known.</summary>
    private const int Words = 16;

    private const long OneBits = 0x3FF0_0000_0000_0000, SubnormalBits = 1L << 50;

    private const double Quarter = 5.551115123125783e-17;  // 2⁻⁵⁴, a quarter of the last place of 1

    // Always 0. But it is written to, so that no compiler knows: it would otherwise compute the sums itself, at another time.
    private static long _zero;

    private fixed long _replaced[Words];
    private bool _isReplaced;

    /// <summary>Whether the thread rounds to nearest and keeps subnormals: by three sums, compared as integers.</summary>
    /// <remarks>
    /// 1 + ulp/4 is 1, unless it is rounded upwards; 1 + 3·ulp/4 is 1 + ulp, unless it is rounded downwards or towards zero; the sum of two
    /// subnormals is not 0, unless operands or results are flushed.
    /// </remarks>
    public static bool IsDefault
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var zero = Vector128.Create(_zero);
            var rounded = (zero | Vector128.Create(OneBits)).AsDouble() + Vector128.Create(Quarter, 3 * Quarter);
            var flushed = (zero | Vector128.Create(SubnormalBits)).AsDouble() + Vector128.Create(SubnormalBits).AsDouble();
            var differences = (rounded.AsInt64() ^ Vector128.Create(OneBits, OneBits + 1))
                | (flushed.AsInt64() ^ Vector128.Create(2 * SubnormalBits));
            return differences == Vector128<long>.Zero;
        }
    }

    /// <summary>Does something under the default environment, whatever the thread's is.</summary>
    public static T UnderDefault<T>(Func<T> function)
    {
        using var environment = Default();
        return function();
    }

    /// <summary>The default environment, until this is disposed of on the same thread.</summary>
    /// <exception cref="PlatformNotSupportedException">It cannot be set here.</exception>
    public static FloatingPointEnvironment Default()
    {
        var environment = new FloatingPointEnvironment();
        environment.ReplaceByDefault();
        return environment;
    }

    /// <summary>Keeps the thread's environment, if it is another, and sets the default.</summary>
    /// <exception cref="PlatformNotSupportedException">It cannot be set here.</exception>
    public void ReplaceByDefault()
    {
        if (TryReplaceByDefault())
            return;
        throw new PlatformNotSupportedException(
            "The calling thread does not round to nearest, or flushes subnormal numbers to zero, "
                + "and this system has no way to change that for the call.");
    }

    /// <summary>The same, where it can be set; whether the thread has the default then.</summary>
    public bool TryReplaceByDefault()
    {
        if (IsDefault)
            return true;
        _zero = 0;
        fixed (long* state = _replaced)
            _isReplaced = Platform.TrySave((byte*)state);
        return _isReplaced && Platform.TrySetDefault() && IsDefault;
    }

    /// <summary>Gives the thread back what it had, which may be replaced again.</summary>
    public void Dispose()
    {
        if (!_isReplaced)
            return;
        _isReplaced = false;
        fixed (long* state = _replaced)
            Platform.Restore((byte*)state);
    }

    /// <summary>The C library's functions, looked up when a thread first needs them.</summary>
    private static class Platform
    {
        // Of Microsoft's runtime: rounding and subnormals, of which 0 is the default; the mask for both.
        private const uint RoundingAndSubnormals = 0x0300_0300;

        // Where the program itself has the C library's functions in reach, or in the library of their own that glibc has for them.
        private static readonly nint Library =
            NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "ucrtbase.dll" : "libm.so.6", out nint library) ? library
            : OperatingSystem.IsWindows() ? 0 : NativeLibrary.GetMainProgramHandle();

        private static readonly EnvironmentFunction GetEnvironment = (EnvironmentFunction)Find("fegetenv");
        private static readonly EnvironmentFunction SetEnvironment = (EnvironmentFunction)Find("fesetenv");
        private static readonly ControlFunction Control = (ControlFunction)Find("_controlfp_s");

        // FE_DFL_ENV: −1 with glibc and musl, elsewhere a variable.
        private static readonly void* Default =
            Find("_FE_DFL_ENV") is not 0 and var apple ? (void*)apple : Find("__fe_dfl_env") is not 0 and var bsd ? (void*)bsd : (void*)-1;

        public static bool TrySave(byte* state) =>
            Control is not null
                ? Control((uint*)state, 0, 0) == 0 : GetEnvironment is not null && SetEnvironment is not null && GetEnvironment(state) == 0;

        public static bool TrySetDefault() => Set(0, Default);

        public static void Restore(byte* state) => Set(*(uint*)state, state);

        private static bool Set(uint control, void* environment)
        {
            uint now;
            return (Control is not null ? Control(&now, control, RoundingAndSubnormals) : SetEnvironment(environment)) == 0;
        }

        private static nint Find(string name) => Library != 0 && NativeLibrary.TryGetExport(Library, name, out nint address) ? address : 0;
    }
}
