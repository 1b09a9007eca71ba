using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Compiles and loads the native peers, as far as compiler, libraries and processor allow.</summary>
public sealed class NativePeers
{
    private static readonly Variant[] Variants =
    [
        OfSleef("SLEEF 3.5 ULP, AVX-512", "avx512f", ["u35"]),
        OfSleef("SLEEF 1.0 ULP, AVX-512", "avx512f", ["u10", "u05"]),
        OfMvec("libmvec, AVX-512", 'e'),
        OfSleef("SLEEF 3.5 ULP, AVX2", "avx2", ["u35"]),
        OfSleef("SLEEF 1.0 ULP, AVX2", "avx2", ["u10", "u05"]),
        OfMvec("libmvec, AVX2", 'd'),
    ];

    // In the words of GCC, of Clang and of their linkers.
    private static readonly string[] NotThere = ["No such file", "not found", "cannot find", "unable to find"];

    private NativePeers(IReadOnlyList<NativePeer> contenders, IReadOnlyList<string> missing)
    {
        Contenders = contenders;
        Missing = missing;
    }

    public IReadOnlyList<NativePeer> Contenders { get; }

    /// <summary>What could not be had, and how to get it: a line each.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <param name="wanted">Whether a peer of that name is wanted at all.</param>
    public static NativePeers Build(Func<string, bool> wanted)
    {
        var contenders = new List<NativePeer>();
        var missing = new List<string>();
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return new(contenders, ["SLEEF and libmvec: only on Linux, x64"]);

        var folder = Directory.CreateTempSubdirectory("kernels-peers-");
        try
        {
            foreach (var (name, library, symbols) in Variants.Where(variant => wanted(variant.Name)))
            {
                bool wide = IsWide(name);
                if (wide ? !Avx512F.IsSupported : !Avx2.IsSupported)
                {
                    missing.Add($"{name}: the processor or its settings lack the instructions");
                    continue;
                }

                string file = Path.Combine(folder.FullName, $"{contenders.Count}.so");
                if (Compile(file, library, wide) is { } problem)
                    missing.Add($"{name}: {problem}");
                else if (!NativeLibrary.TryLoad(file, out nint loaded))
                    missing.Add($"{name}: it compiles, but does not load");
                else
                    contenders.Add(new NativePeer(name, loaded, symbols));
            }
        }
        finally
        {
            // A loaded library stays mapped.
            folder.Delete(recursive: true);
        }

        return new(contenders, missing);
    }

    private static string? Compile(string file, string library, bool wide)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "native", "peers.c");
        string[] arguments =
        [
            "-O3", wide ? "-mavx512f" : "-mavx2", "-mfma", "-shared", "-fPIC", $"-DWIDTH={(wide ? 512 : 256)}",
            $"-D{library.ToUpperInvariant()}", source, "-o", file, "-Wl,--no-as-needed", $"-l{library}", "-lm",
        ];
        try
        {
            // Its messages are in English, whatever the user's language: the hint below depends on them.
            var start = new ProcessStartInfo("cc", arguments) { RedirectStandardError = true, Environment = { ["LC_ALL"] = "C" } };
            using var compiler = Process.Start(start)!;
            string errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? null : Problem(errors);
        }
        catch (Win32Exception)
        {
            return "a C compiler is missing: apt-get install gcc libc6-dev";
        }
    }

    // The header or the library may be what is not there.
    private static string Problem(string errors)
    {
        string[] lines = errors.Split('\n');
        string[] absences = [.. lines.Where(line => NotThere.Any(words => line.Contains(words, StringComparison.Ordinal)))];
        bool IsMissing(string file) => absences.Any(line => line.Contains(file, StringComparison.Ordinal));
        if (IsMissing("sleef"))
            return "SLEEF is missing: apt-get install libsleef-dev";
        if (IsMissing("mvec") || IsMissing("gnu/libc-version.h"))
            return "glibc's libmvec is missing: apt-get install libc6-dev";
        return $"it does not compile: {lines.FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? errors}";
    }

    private static bool IsWide(string name) => name.EndsWith("AVX-512", StringComparison.Ordinal);

    // Sleef_expd8_u10avx512f, Sleef_expf16_u10avx512f: the first accuracy that a function has.
    private static Variant OfSleef(string name, string set, string[] accuracies) => new(name, "sleef", (function, precision, _) =>
    {
        int lanes = Lanes(name, precision);
        return accuracies.Select(accuracy => $"Sleef_{function}{(precision == Precision.Double ? 'd' : 'f')}{lanes}_{accuracy}{set}");
    });

    // _ZGVeN8v_exp, _ZGVeN16v_expf, _ZGVeN8vv_pow.
    private static Variant OfMvec(string name, char set) => new(name, "mvec", (function, precision, inputs) =>
    {
        int lanes = Lanes(name, precision);
        return [$"_ZGV{set}N{lanes}{new string('v', inputs)}_{function}{(precision == Precision.Double ? "" : "f")}"];
    });

    private static int Lanes(string name, Precision precision) => (IsWide(name) ? 8 : 4) * (precision == Precision.Double ? 1 : 2);

    private sealed record Variant(string Name, string Library, Func<string, Precision, int, IEnumerable<string>> Symbols);
}
