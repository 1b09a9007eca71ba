using System.Globalization;

namespace Kernels.Versions;

/// <summary>A call of one build on given arrays.</summary>
internal static class Call
{
    private static readonly string[] Trigonometry = ["Elementary", "Trig"], Correct = ["CorrectlyRounded"];

    private static readonly ParallelOptions Options = new();

    private static readonly Dictionary<string, Func<Build, int, Action>> Calls = new()
    {
        ["sin"] = (build, n) => One<double>(build.Of<OneResult<double>>(Trigonometry, "Sin"), n),
        ["sincos"] = (build, n) => Two<double>(build.Of<TwoResults<double>>(Trigonometry, "SinCos"), n),
        ["heart"] = (build, n) => Two<double>(build.Of<TwoResults<double>>("Curve", "Evaluate", "Kernels.HeartCurve"), n),
        ["correct-sincos"] = (build, n) => Two<double>(build.Of<TwoResults<double>>(Correct, "SinCos"), n),
        ["correct-sin"] = (build, n) => One<double>(build.Of<OneResult<double>>(Correct, "Sin"), n),
        ["sin-float"] = (build, n) => One<float>(build.Of<OneResult<float>>(Trigonometry, "Sin"), n),
        ["sincos-float"] = (build, n) => Two<float>(build.Of<TwoResults<float>>(Trigonometry, "SinCos"), n),
        ["lissajous"] = (build, n) =>
            Two<double>(build.Of<TwoResults<double>>("Curve", "Evaluate", "Examples.Lissajous", 3.0, 2.0, 1.5), n),
        ["square"] = (build, n) => One<double>(build.Of<OneResult<double>>("Function", "Apply", "Examples.Square"), n),
        ["sin-parallel"] = (build, n) => One<double>(build.Of<OneResultInParallel<double>>(Trigonometry, "Sin"), n),
        ["sincos-parallel"] = (build, n) => Two<double>(build.Of<TwoResultsInParallel<double>>(Trigonometry, "SinCos"), n),
        ["heart-parallel"] = (build, n) =>
            Two<double>(build.Of<TwoResultsInParallel<double>>("Curve", "Evaluate", "Kernels.HeartCurve"), n),
        ["lissajous-parallel"] = (build, n) =>
            Two<double>(build.Of<TwoResultsInParallel<double>>("Curve", "Evaluate", "Examples.Lissajous", 3.0, 2.0, 1.5), n),
        ["square-parallel"] = (build, n) => One<double>(build.Of<OneResultInParallel<double>>("Function", "Apply", "Examples.Square"), n),
    };

    private static readonly int[] Lengths = [16, 64, 256, 1024, 4096, 1 << 24];

    /// <summary>Each operation at each length, as in <c>sincos@4096</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. from name in Calls.Keys from length in Lengths select $"{name}@{length}"];

    /// <summary>A call of that name; the same arrays for every build.</summary>
    public static (Action Old, Action New, int Length) Named(string name, Build old, Build @new)
    {
        string[] parts = name.Split('@');
        int length = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return (Calls[parts[0]](old, length), Calls[parts[0]](@new, length), length);
    }

    private static Action One<T>(OneResult<T> call, int n)
        where T : unmanaged
    {
        var (t, x, _) = Arrays<T>.OfLength(n);
        return () => call(t, x);
    }

    private static Action One<T>(OneResultInParallel<T> call, int n)
        where T : unmanaged
    {
        var (t, x, _) = Arrays<T>.OfLength(n);
        return () => call(t, x, Options, null);
    }

    private static Action Two<T>(TwoResults<T> call, int n)
        where T : unmanaged
    {
        var (t, x, y) = Arrays<T>.OfLength(n);
        return () => call(t, x, y);
    }

    private static Action Two<T>(TwoResultsInParallel<T> call, int n)
        where T : unmanaged
    {
        var (t, x, y) = Arrays<T>.OfLength(n);
        return () => call(t, x, y, Options, null);
    }

    private static class Arrays<T>
        where T : unmanaged
    {
        private static readonly Dictionary<int, (T[] T, T[] X, T[] Y)> Known = [];

        public static (T[] T, T[] X, T[] Y) OfLength(int length)
        {
            if (!Known.TryGetValue(length, out var arrays))
            {
                var random = new Random(1);
                arrays = (new T[length], new T[length], new T[length]);
                for (int i = 0; i < length; i++)
                    arrays.T[i] = (T)Convert.ChangeType((random.NextDouble() * 200) - 100, typeof(T), CultureInfo.InvariantCulture);
                Known.Add(length, arrays);
            }

            return arrays;
        }
    }
}
