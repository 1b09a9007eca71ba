using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Compiles and loads the native peers, as far as compiler, libraries and processor allow.</summary>
public sealed class NativePeers
{
    private static readonly (string Name, string Library, string[] Definitions)[] Variants =
    [
        ("SLEEF 3.5 ULP, AVX-512", Sleef, SleefAt("u35", 8, 16, "avx512f")),
        ("SLEEF 1.0 ULP, AVX-512", Sleef, SleefAt("u10", 8, 16, "avx512f")),
        ("libmvec, AVX-512", Mvec, MvecAt('e', 8, 16)),
        ("SLEEF 3.5 ULP, AVX2", Sleef, SleefAt("u35", 4, 8, "avx2")),
        ("SLEEF 1.0 ULP, AVX2", Sleef, SleefAt("u10", 4, 8, "avx2")),
        ("libmvec, AVX2", Mvec, MvecAt('d', 4, 8)),
    ];

    private const string Sleef = "sleef";

    private const string Mvec = "mvec";

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
            foreach (var (name, library, definitions) in Variants.Where(variant => wanted(variant.Name)))
            {
                bool wide = name.EndsWith("AVX-512", StringComparison.Ordinal);
                if (wide ? !Avx512F.IsSupported : !Avx2.IsSupported)
                {
                    missing.Add($"{name}: the processor or its settings lack the instructions");
                    continue;
                }

                string file = Path.Combine(folder.FullName, $"{contenders.Count}.so");
                if (Compile(file, library, wide, definitions) is { } problem)
                    missing.Add($"{name}: {problem}");
                else if (!NativeLibrary.TryLoad(file, out nint loaded))
                    missing.Add($"{name}: it compiles, but does not load");
                else
                    contenders.Add(new NativePeer(name, loaded));
            }
        }
        finally
        {
            // A loaded library stays mapped.
            folder.Delete(recursive: true);
        }

        return new(contenders, missing);
    }

    private static string? Compile(string file, string library, bool wide, string[] definitions)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "native", "peers.c");
        string[] arguments =
        [
            "-O3", wide ? "-mavx512f" : "-mavx2", "-mfma", "-shared", "-fPIC", $"-DWIDTH={(wide ? 512 : 256)}",
            .. definitions.Select(definition => $"-D{definition}"), source, "-o", file, $"-l{library}", "-lm",
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

    private static string[] SleefAt(string accuracy, int doubles, int floats, string set) =>
    [
        $"SIN64=Sleef_sind{doubles}_{accuracy}{set}",
        $"COS64=Sleef_cosd{doubles}_{accuracy}{set}",
        $"SINCOS64=Sleef_sincosd{doubles}_{accuracy}{set}",
        $"SIN32=Sleef_sinf{floats}_{accuracy}{set}",
        $"COS32=Sleef_cosf{floats}_{accuracy}{set}",
        $"SINCOS32=Sleef_sincosf{floats}_{accuracy}{set}",
    ];

    private static string[] MvecAt(char set, int doubles, int floats) =>
    [
        $"SIN64=_ZGV{set}N{doubles}v_sin",
        $"COS64=_ZGV{set}N{doubles}v_cos",
        $"SIN32=_ZGV{set}N{floats}v_sinf",
        $"COS32=_ZGV{set}N{floats}v_cosf",
    ];
}
