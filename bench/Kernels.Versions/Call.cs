using System.Globalization;
using Kernels.Yardsticks;

namespace Kernels.Versions;

/// <summary>A call of one build on given arrays.</summary>
internal static class Call
{
    // Under its present name and an old one.
    private static readonly string[] Rounded = ["Elementary", "Trig"], Correct = ["CorrectlyRounded"];

    private static readonly ParallelOptions Options = new();

    private static readonly Dictionary<string, Func<Build, int, Action?>> Calls = new(
    [
        .. Operation.Functions.SelectMany(OfFunction),
        new("heart", (build, n) => Two(build.Of<TwoResults<double>>("Curve", "Evaluate", "Kernels.HeartCurve"), n)),
        new("lissajous", (build, n) => Two(build.Of<TwoResults<double>>("Curve", "Evaluate", "Examples.Lissajous", 3.0, 2.0, 1.5), n)),
        new("square", (build, n) => One(build.Of<OneResult<double>>("Function", "Apply", "Examples.Square"), n)),
        new("heart-parallel", (build, n) =>
            Two(build.Of<TwoResultsInParallel<double>>("Curve", "Evaluate", "Kernels.HeartCurve"), n)),
        new("lissajous-parallel", (build, n) =>
            Two(build.Of<TwoResultsInParallel<double>>("Curve", "Evaluate", "Examples.Lissajous", 3.0, 2.0, 1.5), n)),
        new("square-parallel", (build, n) => One(build.Of<OneResultInParallel<double>>("Function", "Apply", "Examples.Square"), n)),
    ]);

    private static readonly int[] Lengths = [16, 64, 256, 1024, 4096, 1 << 24];

    /// <summary>Each operation at each length, as in <c>sincos@4096</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. from name in Calls.Keys from length in Lengths select $"{name}@{length}"];

    /// <summary>A call of that name; the same arrays for every build. Null if one of the builds has none.</summary>
    public static (Action Old, Action New)? Named(string name, Build old, Build @new)
    {
        string[] parts = name.Split('@');
        int length = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return Calls[parts[0]](old, length) is { } callOld && Calls[parts[0]](@new, length) is { } callNew ? (callOld, callNew) : null;
    }

    private static KeyValuePair<string, Func<Build, int, Action?>>[] OfFunction(Operation function)
    {
        string name = function.Name, method = function.Method!;
        return
        [
            new(name, (build, n) => Either<double>(build, Rounded, method, n)),
            new($"correct-{name}", (build, n) => Either<double>(build, Correct, method, n)),
            new($"{name}-float", (build, n) => Either<float>(build, Rounded, method, n)),
            new($"{name}-parallel", (build, n) => One(build.Of<OneResultInParallel<double>>(Rounded, method), n)
                ?? Two(build.Of<TwoResultsInParallel<double>>(Rounded, method), n)),
        ];
    }

    private static Action? Either<T>(Build build, string[] types, string method, int n)
        where T : unmanaged => One(build.Of<OneResult<T>>(types, method), n) ?? Two(build.Of<TwoResults<T>>(types, method), n);

    private static Action? One<T>(OneResult<T>? call, int n)
        where T : unmanaged
    {
        var (t, x, _) = Arrays<T>.OfLength(n);
        return call is null ? null : () => call(t, x);
    }

    private static Action? One<T>(OneResultInParallel<T>? call, int n)
        where T : unmanaged
    {
        var (t, x, _) = Arrays<T>.OfLength(n);
        return call is null ? null : () => call(t, x, Options, null);
    }

    private static Action? Two<T>(TwoResults<T>? call, int n)
        where T : unmanaged
    {
        var (t, x, y) = Arrays<T>.OfLength(n);
        return call is null ? null : () => call(t, x, y);
    }

    private static Action? Two<T>(TwoResultsInParallel<T>? call, int n)
        where T : unmanaged
    {
        var (t, x, y) = Arrays<T>.OfLength(n);
        return call is null ? null : () => call(t, x, y, Options, null);
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
