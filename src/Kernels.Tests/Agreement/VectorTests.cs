using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kernels.Lanes;

namespace Kernels.Tests.Agreement;

/// <summary>Sine and cosine of vectors, lanes and numbers have the bits of those of spans.</summary>
public abstract class VectorTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Numbers as many as there are in a vector of any kind, in the calls that the kind has.</summary>
    private protected sealed record Form(string Name, int Count, TwoResults<T> Apart, TwoResults<T> Together);

    private protected abstract IEnumerable<Form> WholeForms { get; }

    [Fact]
    public void Scalars_vectors_and_lanes_give_the_bits_of_the_spans() => Check(WholeForms, _ => true);

    private protected static void Check(IEnumerable<Form> forms, Func<T, bool> isServed)
    {
        T[] input = Arguments(), sin = new T[input.Length], cos = new T[input.Length];
        T[][] both = Operations.Named<T>("SinCos").Evaluate(input);
        BitsAssert.Equal(Operations.Named<T>("Sin").Evaluate(input)[0], both[0], "Sin beside SinCos");
        BitsAssert.Equal(Operations.Named<T>("Cos").Evaluate(input)[0], both[1], "Cos beside SinCos");
        T[][] expected = [.. both.Select(values => values.Zip(input, (value, x) => isServed(x) ? value : T.NaN).ToArray())];
        foreach (var form in forms)
        {
            foreach (var call in (TwoResults<T>[])[form.Apart, form.Together])
            {
                for (int i = 0; i < input.Length; i += form.Count)
                    call(input.AsSpan(i, form.Count), sin.AsSpan(i), cos.AsSpan(i));
                string how = call == form.Together ? "of both" : "alone";
                BitsAssert.Equal(expected[0], sin, $"{form.Name}, sine {how}");
                BitsAssert.Equal(expected[1], cos, $"{form.Name}, cosine {how}");
            }
        }
    }

    private protected static T[] Arguments()
    {
        T[] input = Inputs.AlsoSorted<T>([.. Inputs.Mixed<T>(4096), .. Inputs.HardOf<T>(), .. Inputs.SpecialOf<T>()]);
        return input[..(input.Length & -Vector512<T>.Count)];
    }

    private protected static Form Vectors<TVector>(
        Func<TVector, TVector> sin, Func<TVector, TVector> cos, Func<TVector, (TVector Sin, TVector Cos)> both)
        where TVector : unmanaged => new(
        typeof(TVector).ToString(),
        Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>(),
        (x, s, c) =>
        {
            Write(sin(Read<TVector>(x)), s);
            Write(cos(Read<TVector>(x)), c);
        },
        (x, s, c) =>
        {
            var (sines, cosines) = both(Read<TVector>(x));
            Write(sines, s);
            Write(cosines, c);
        });

    private protected static Form Lanes<V>()
        where V : unmanaged, ILanes<V> => Vectors<V>(
        x => V.CanonicalizeNaN(Elementary.Sin(x)),
        x => V.CanonicalizeNaN(Elementary.Cos(x)),
        x => Elementary.SinCos(x) is var (sin, cos) ? (V.CanonicalizeNaN(sin), V.CanonicalizeNaN(cos)) : default);

    private static TVector Read<TVector>(ReadOnlySpan<T> x)
        where TVector : unmanaged => MemoryMarshal.Read<TVector>(MemoryMarshal.AsBytes(x));

    private static void Write<TVector>(TVector value, Span<T> destination)
        where TVector : unmanaged => MemoryMarshal.Write(MemoryMarshal.AsBytes(destination), in value);
}

public class DoubleVectorTests : VectorTests<double>
{
    private protected override IEnumerable<Form> WholeForms =>
    [
        Vectors<double>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Vectors<Vector128<double>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Vectors<Vector256<double>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Vectors<Vector512<double>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Lanes<Double1<Whole>>(), Lanes<Double2<Whole>>(), Lanes<Double4<Whole>>(), Lanes<Double8<Whole>>(),
    ];

    [Fact]
    public void Near_lanes_give_the_bits_of_the_spans_or_NaN()
    {
        Check([Lanes<Double1<Near>>(), Lanes<Double2<Near>>(), Lanes<Double4<Near>>(), Lanes<Double8<Near>>()], IsNear);
        Assert.True(Arguments().Count(x => double.IsFinite(x) && !IsNear(x)) > 100);
    }

    private static bool IsNear(double x) => Math.Abs(x) * CircleReduction.StepsPerRadian < CircleReduction.MaxSteps + 0.5;
}

public class SingleVectorTests : VectorTests<float>
{
    private protected override IEnumerable<Form> WholeForms =>
    [
        Vectors<Vector128<float>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Vectors<Vector256<float>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
        Vectors<Vector512<float>>(Elementary.Sin, Elementary.Cos, Elementary.SinCos),
    ];

}
