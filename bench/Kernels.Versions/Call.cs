using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Kernels.Yardsticks;

namespace Kernels.Versions;

/// <summary>A call of one build on given arrays.</summary>
internal static partial class Call
{
    // Under its present name and an old one.
    private static readonly string[] Rounded = ["Elementary", "Trig"], Correct = ["CorrectlyRounded"];

    private static readonly ParallelOptions Options = new();

    private static readonly Dictionary<string, Func<Build, Arguments, Action?>> Calls = new(
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

    /// <summary>Names of what is called.</summary>
    public static IEnumerable<string> Operations => Calls.Keys;

    /// <summary>Each operation at each length, as in <c>sincos@4096</c>.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. from name in Calls.Keys from length in Lengths select $"{name}@{length}"];

    /// <summary>Whether that is a row: an operation, a length, and perhaps of how many arguments one is far out.</summary>
    public static bool IsRow(string row) =>
        Row().Match(row) is { Success: true } match
            && Calls.ContainsKey(match.Groups["name"].Value)
            && Shape(match).Length is > 0 and <= 1 << 27;

    /// <summary>A row's call; the same arrays for every build. Null if one of the builds has none.</summary>
    public static (Action Old, Action New)? Of(string row, Build old, Build @new)
    {
        var match = Row().Match(row);
        var call = Calls[match.Groups["name"].Value];
        var shape = Shape(match);
        return call(old, shape) is { } callOld && call(@new, shape) is { } callNew ? (callOld, callNew) : null;
    }

    private static Arguments Shape(Match row) => new(Number(row.Groups["length"]), Number(row.Groups["far"]));

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<name>[^@]+)@(?<length>[0-9]{1,9})(/(?<far>[0-9]{1,9}))?$")]
    private static partial Regex Row();

    private static KeyValuePair<string, Func<Build, Arguments, Action?>>[] OfFunction(Operation function)
    {
        string name = function.Name, method = function.Method!;
        return
        [
            new(name, (build, n) => Either<double>(build, Rounded, method, n)),
            new($"correct-{name}", (build, n) => Either<double>(build, Correct, method, n)),
            new($"{name}-float", (build, n) => Either<float>(build, Rounded, method, n)),
            new($"{name}-parallel", (build, n) => One(build.Of<OneResultInParallel<double>>(Rounded, method), n)
                ?? Two(build.Of<TwoResultsInParallel<double>>(Rounded, method), n)
                ?? OfTwo(build.Of<OneResultOfTwoInParallel<double>>(Rounded, method), n)),
        ];
    }

    private static Action? Either<T>(Build build, string[] types, string method, Arguments n)
        where T : unmanaged, INumber<T> => One(build.Of<OneResult<T>>(types, method), n)
            ?? Two(build.Of<TwoResults<T>>(types, method), n) ?? OfTwo(build.Of<OneResultOfTwo<T>>(types, method), n);

    private static Action? One<T>(OneResult<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, _) = Arrays<T>.Of(n);
        return call is null ? null : () => call(t, x);
    }

    private static Action? One<T>(OneResultInParallel<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, _) = Arrays<T>.Of(n);
        return call is null ? null : () => call(t, x, Options, null);
    }

    private static Action? Two<T>(TwoResults<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, y) = Arrays<T>.Of(n);
        return call is null ? null : () => call(t, x, y);
    }

    private static Action? Two<T>(TwoResultsInParallel<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, y) = Arrays<T>.Of(n);
        return call is null ? null : () => call(t, x, y, Options, null);
    }

    // The second input are the first one's elements from the last to the first.
    private static Action? OfTwo<T>(OneResultOfTwo<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, y) = Arrays<T>.Of(n);
        t.Reverse().ToArray().CopyTo(y, 0);
        return call is null ? null : () => call(t, y, x);
    }

    private static Action? OfTwo<T>(OneResultOfTwoInParallel<T>? call, Arguments n)
        where T : unmanaged, INumber<T>
    {
        var (t, x, y) = Arrays<T>.Of(n);
        t.Reverse().ToArray().CopyTo(y, 0);
        return call is null ? null : () => call(t, y, x, Options, null);
    }

    /// <summary>So many, of which, unless that is 0, each so many-th is far out: 10¹⁰.</summary>
    private readonly record struct Arguments(int Length, int Far);

    private static class Arrays<T>
        where T : unmanaged, INumber<T>
    {
        private static readonly Dictionary<Arguments, (T[] T, T[] X, T[] Y)> Known = [];

        public static (T[] T, T[] X, T[] Y) Of(Arguments arguments)
        {
            if (!Known.TryGetValue(arguments, out var arrays))
            {
                var random = new Random(1);
                arrays = (new T[arguments.Length], new T[arguments.Length], new T[arguments.Length]);
                for (int i = 0; i < arguments.Length; i++)
                {
                    double near = (random.NextDouble() * 200) - 100;
                    arrays.T[i] = T.CreateChecked(arguments.Far > 0 && i % arguments.Far == 0 ? 1e10 : near);
                }

                Known.Add(arguments, arrays);
            }

            return arrays;
        }
    }
}
