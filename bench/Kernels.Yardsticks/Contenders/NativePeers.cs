using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Compiles and loads the native peers, as far as compiler, libraries and processor allow.</summary>
public sealed class NativePeers
{
    private static readonly (string Name, string Needs, string Flags)[] Variants =
    [
        ("SLEEF 3.5 ULP, AVX-512", "sleef", Sleef("u35", 8, 16, "avx512f")),
        ("SLEEF 1.0 ULP, AVX-512", "sleef", Sleef("u10", 8, 16, "avx512f")),
        ("libmvec, AVX-512", "mvec", Mvec('e', 8, 16)),
        ("SLEEF 3.5 ULP, AVX2", "sleef", Sleef("u35", 4, 8, "avx2")),
        ("SLEEF 1.0 ULP, AVX2", "sleef", Sleef("u10", 4, 8, "avx2")),
        ("libmvec, AVX2", "mvec", Mvec('d', 4, 8)),
    ];

    private NativePeers(IReadOnlyList<Contender> contenders, IReadOnlyList<string> missing)
    {
        Contenders = contenders;
        Missing = missing;
    }

    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>What could not be had, and how to get it: a line each.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <param name="wanted">Whether a peer of that name is wanted at all.</param>
    public static NativePeers Build(Func<string, bool> wanted)
    {
        var contenders = new List<Contender>();
        var missing = new List<string>();
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return new(contenders, ["SLEEF and libmvec: only on Linux, x64"]);

        var folder = Directory.CreateTempSubdirectory("kernels-peers-");
        try
        {
            foreach (var (name, needs, flags) in Variants.Where(variant => wanted(variant.Name)))
            {
                bool wide = name.EndsWith("AVX-512", StringComparison.Ordinal);
                if (wide ? !Avx512F.IsSupported : !Avx2.IsSupported)
                {
                    missing.Add($"{name}: the processor or its settings lack the instructions");
                    continue;
                }

                string library = Path.Combine(folder.FullName, $"{contenders.Count}.so");
                string? problem = Compile(library, flags, wide, needs);
                if (problem is null)
                    contenders.Add(new NativePeer(name, NativeLibrary.Load(library)));
                else
                    missing.Add($"{name}: {problem}");
            }
        }
        finally
        {
            // A loaded library stays mapped.
            folder.Delete(recursive: true);
        }

        return new(contenders, missing);
    }

    private static string? Compile(string library, string flags, bool wide, string needs)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "native", "peers.c");
        string arguments = $"-O3 -m{(wide ? "avx512f" : "avx2")} -mfma -shared -fPIC -DWIDTH={(wide ? 512 : 256)} {flags} {source} -o {library} -l{needs} -lm";
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("cc", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            string errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode == 0)
                return null;
            return errors.Contains("sleef", StringComparison.Ordinal) ? "SLEEF is missing: apt-get install libsleef-dev" : $"it does not compile: {errors.Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            return "a C compiler is missing: apt-get install gcc libc6-dev";
        }
    }

    private static string Sleef(string accuracy, int doubles, int floats, string set) =>
        $"-DSIN64=Sleef_sind{doubles}_{accuracy}{set} -DCOS64=Sleef_cosd{doubles}_{accuracy}{set} -DSINCOS64=Sleef_sincosd{doubles}_{accuracy}{set} " +
        $"-DSIN32=Sleef_sinf{floats}_{accuracy}{set} -DCOS32=Sleef_cosf{floats}_{accuracy}{set} -DSINCOS32=Sleef_sincosf{floats}_{accuracy}{set}";

    private static string Mvec(char set, int doubles, int floats) =>
        $"-DSIN64=_ZGV{set}N{doubles}v_sin -DCOS64=_ZGV{set}N{doubles}v_cos -DSIN32=_ZGV{set}N{floats}v_sinf -DCOS32=_ZGV{set}N{floats}v_cosf";
}
