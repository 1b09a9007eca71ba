using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Loops;

namespace Kernels.Yardsticks.Verifying;

/// <summary>Sine and cosine of each float.</summary>
public delegate void SinCosOfFloats(ReadOnlySpan<float> x, Span<float> sin, Span<float> cos);

/// <summary>All ways to a float's sine and cosine.</summary>
internal static class SingleCalls
{
    public static IReadOnlyList<(string Name, SinCosOfFloats Call)> All { get; } =
    [
        ("Elementary.SinCos", Elementary.SinCos),
        ("CorrectlyRounded.SinCos", CorrectlyRounded.SinCos),
        ("CorrectlyRounded.Sin and Cos", (x, sin, cos) =>
        {
            CorrectlyRounded.Sin(x, sin);
            CorrectlyRounded.Cos(x, cos);
        }),
        .. ForcedWidth.All.SelectMany(OfWidth),
        ("Vector128", (x, sin, cos) => Each(x, sin, cos, MemoryMarshal.Cast<float, Vector128<float>>, Elementary.SinCos)),
        ("Vector256", (x, sin, cos) => Each(x, sin, cos, MemoryMarshal.Cast<float, Vector256<float>>, Elementary.SinCos)),
        ("Vector512", (x, sin, cos) => Each(x, sin, cos, MemoryMarshal.Cast<float, Vector512<float>>, Elementary.SinCos)),
    ];

    private static IEnumerable<(string Name, SinCosOfFloats Call)> OfWidth(int bits)
    {
        var width = new ForcedWidth(bits);
        yield return ($"SinCos on {bits} bits", Together);
        yield return ($"Sin and Cos on {bits} bits", Apart);

        void Together(ReadOnlySpan<float> x, Span<float> sin, Span<float> cos) =>
            Driver.Evaluate(default(TableBody<SingleOnCircle<SineAndCosine>, Declared>), x, sin, cos, width);

        void Apart(ReadOnlySpan<float> x, Span<float> sin, Span<float> cos)
        {
            Driver.Evaluate(default(TableBody<SingleOnCircle<Sine>, Declared>), x, sin, width);
            Driver.Evaluate(default(TableBody<SingleOnCircle<Cosine>, Declared>), x, cos, width);
        }
    }

    private delegate ReadOnlySpan<V> AsVectors<V>(ReadOnlySpan<float> x);

    private static void Each<V>(
        ReadOnlySpan<float> x, Span<float> sin, Span<float> cos, AsVectors<V> vectors, Func<V, (V Sin, V Cos)> function)
        where V : struct
    {
        Span<V> sines = MemoryMarshal.Cast<float, V>(sin), cosines = MemoryMarshal.Cast<float, V>(cos);
        ReadOnlySpan<V> arguments = vectors(x);
        for (int i = 0; i < arguments.Length; i++)
            (sines[i], cosines[i]) = function(arguments[i]);
    }
}
