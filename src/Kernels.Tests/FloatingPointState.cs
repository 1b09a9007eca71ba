using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kernels.Tests;

/// <summary>
/// The floating-point state of a thread, set from outside the library:
/// rounding by the C library, what becomes of subnormals by a few lines of C.
/// </summary>
internal static unsafe class FloatingPointState
{
    public const string Upwards = "upwards", Downwards = "downwards", TowardsZero = "towards zero";

    public const string Flushed = "FTZ and DAZ", FlushedUpwards = "FTZ, DAZ and upwards";

    public static readonly string[] All = [Upwards, Downwards, TowardsZero, Flushed, "FTZ", "DAZ", FlushedUpwards];

    private const string Source = """
        #include <fenv.h>
        #include <stdint.h>
        #if defined(__x86_64__)
        #include <xmmintrin.h>
        uint64_t get(void) { return _mm_getcsr() & 0xFFC0; }
        void set(uint64_t state) { _mm_setcsr(state); }
        void flush(int results, int operands) { _mm_setcsr(_mm_getcsr() | (results ? 0x8000 : 0) | (operands ? 0x40 : 0)); }
        #else
        uint64_t get(void) { uint64_t state; __asm__ volatile("mrs %0, fpcr" : "=r"(state)); return state; }
        void set(uint64_t state) { __asm__ volatile("msr fpcr, %0" : : "r"(state)); }
        void flush(int results, int operands) { set(get() | 1u << 24); }
        #endif
        int up(void) { return fesetround(FE_UPWARD); }
        int down(void) { return fesetround(FE_DOWNWARD); }
        int zero(void) { return fesetround(FE_TOWARDZERO); }
        """;

    private static readonly Lazy<string?> Compiled = new(() => Compile("state", Source));

    private static readonly Lazy<nint> Library = new(() => NativeLibrary.Load(Compiled.Value!));

    /// <summary>Skips the test where the state cannot be set.</summary>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The floating-point state is set by C here only on Linux.");
        if (Compiled.Value is null)
            Assert.Skip("A C compiler is missing, with which the floating-point state is set: apt-get install gcc libc6-dev");
    }

    /// <summary>
    /// A library that sets FTZ and DAZ for the thread that loads it, as those do that are made with the compiler's fast mathematics.
    /// </summary>
    public static string? FastMathLibrary() =>
        Compile("fastmath", $"{Source}\n__attribute__((constructor)) static void begin(void) {{ flush(1, 1); }}", "-O2", "-ffast-math");

    /// <summary>Does something on a thread of its own that is in a given state, and checks that it is still in it afterwards.</summary>
    public static void Under(string state, Action action)
    {
        Exception? failure = null;
        ulong before = 0, after = 0;
        var thread = new Thread(() =>
        {
            ulong usual = Get();
            Set(state);
            before = Get();
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            after = Get();
            ((delegate* unmanaged<ulong, void>)Export("set"))(usual);
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException($"under {state}: {failure.Message}", failure);
        Assert.NotEqual(Get(), before);
        Assert.Equal(before, after);
    }

    /// <summary>The rounding mode and what is flushed, of the thread.</summary>
    public static ulong Get() => ((delegate* unmanaged<ulong>)Export("get"))();

    public static void Set(string state)
    {
        if (state is Upwards or FlushedUpwards)
            Round("up");
        else if (state is Downwards)
            Round("down");
        else if (state is TowardsZero)
            Round("zero");
        var flush = (delegate* unmanaged<int, int, void>)Export("flush");
        if (state is Flushed or FlushedUpwards or "FTZ" or "DAZ")
            flush(state == "DAZ" ? 0 : 1, state == "FTZ" ? 0 : 1);

        static void Round(string direction) => Assert.Equal(0, ((delegate* unmanaged<int>)Export(direction))());
    }

    private static nint Export(string name) => NativeLibrary.GetExport(Library.Value, name);

    // Null where there is no compiler.
    private static string? Compile(string name, string source, params string[] options)
    {
        string folder = Directory.CreateTempSubdirectory("kernels-state-").FullName;
        string file = Path.Combine(folder, $"{name}.so"), text = Path.Combine(folder, $"{name}.c");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.WriteAllText(text, source);
        try
        {
            using var compiler = Process.Start("cc", [.. options, "-shared", "-fPIC", "-o", file, text, "-lm"]);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? file : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
