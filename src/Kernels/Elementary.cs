using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <summary>Sine and cosine of every double, in radians, with an error of at most 0.501 ULP and the same bits everywhere.</summary>
/// <remarks>
/// <para>
/// An element's result depends on that element alone: not on its neighbours, its place, the array's length or alignment, the vector
/// width, the number of threads, the processor or the operating system. The overloads for spans, vectors, lanes and single numbers
/// agree to the bit.
/// </para>
/// <para>
/// The bound of 0.501 ULP holds over all doubles. sin(±0) = ±0, cos(±0) = 1, sin(π/2) = 1 and cos(π) = −1 for the doubles nearest to
/// π/2 and π; sine is odd and cosine is even to the bit; |result| ≤ 1; NaN and ±∞ give <see cref="double.NaN"/>.
/// </para>
/// <para>
/// Method: reduction modulo π/256 by Cody and Waite's method up to 205,887 and by Payne and Hanek's beyond, an accurate table of 512 points
/// of the circle, and a minimax polynomial for each function; the sum of the parts is rounded once.
/// </para>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. Vectors, lanes and single
/// numbers are computed under the state that is there. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Elementary
{
    /// <summary>Computes the sine of every element, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1;
    /// sin(±0) = ±0, and sine is odd to the bit.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> destination) =>
        OneToOne.Evaluate(default(Strips<Sine>), x, destination, default(CallingThread));

    /// <summary>Computes the sine of every element, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1; sin(±0) = ±0, and
    /// sine is odd to the bit. The calling thread takes part. After a cancellation the written part of
    /// the destination is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(Strips<Sine>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the cosine of every element, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the cosines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1; cos(±0) = 1, and
    /// cosine is even to the bit.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> destination) =>
        OneToOne.Evaluate(default(Strips<Cosine>), x, destination, default(CallingThread));

    /// <summary>Computes the cosine of every element, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the cosines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1; cos(±0) = 1, and
    /// cosine is even to the bit. The calling thread takes part. After a cancellation the written part of
    /// the destination is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(Strips<Cosine>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of every element in one pass, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosines, likewise. Either destination may be <paramref name="x"/> itself, starting at
    /// the same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <remarks>Error of at most 0.501 ULP for each. ±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination) =>
        OneToTwo.Evaluate(default(PairStrips<SineAndCosine>), x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every element in one pass, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosines, likewise. Either destination may be <paramref name="x"/> itself, starting at
    /// the same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.501 ULP for each. ±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.
    /// The calling thread takes part. After a cancellation the written part of the destinations is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void SinCos(
        ReadOnlySpan<double> x,
        Span<double> sinDestination,
        Span<double> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        OneToTwo.Evaluate(default(PairStrips<SineAndCosine>), x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine of a number.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The sine, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static double Sin(double x) => Double1<Whole>.CanonicalizeNaN(OnCircle<Sine>.Evaluate(new Double1<Whole>(x))).Value;

    /// <summary>Computes the cosine of a number.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The cosine, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// |result| ≤ 1; cos(±0) = 1, and cosine is even to the bit.</returns>
    public static double Cos(double x) => Double1<Whole>.CanonicalizeNaN(OnCircle<Cosine>.Evaluate(new Double1<Whole>(x))).Value;

    /// <summary>Computes the sine and the cosine of a number.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (double Sin, double Cos) SinCos(double x)
    {
        var (sin, cos) = default(PairOnCircle<SineAndCosine>).Evaluate(new Double1<Whole>(x));
        return (Double1<Whole>.CanonicalizeNaN(sin).Value, Double1<Whole>.CanonicalizeNaN(cos).Value);
    }

    /// <summary>Computes the sine of each of the two numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector128<double> Sin(Vector128<double> x) =>
        Double2<Whole>.CanonicalizeNaN(OnCircle<Sine>.Evaluate(new Double2<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the two numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// |result| ≤ 1; cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector128<double> Cos(Vector128<double> x) =>
        Double2<Whole>.CanonicalizeNaN(OnCircle<Cosine>.Evaluate(new Double2<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the two numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector128<double> Sin, Vector128<double> Cos) SinCos(Vector128<double> x)
    {
        var (sin, cos) = default(PairOnCircle<SineAndCosine>).Evaluate(new Double2<Whole>(x));
        return (Double2<Whole>.CanonicalizeNaN(sin).Vector, Double2<Whole>.CanonicalizeNaN(cos).Vector);
    }

    /// <summary>Computes the sine of each of the four numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector256<double> Sin(Vector256<double> x) =>
        Double4<Whole>.CanonicalizeNaN(OnCircle<Sine>.Evaluate(new Double4<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the four numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// |result| ≤ 1; cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector256<double> Cos(Vector256<double> x) =>
        Double4<Whole>.CanonicalizeNaN(OnCircle<Cosine>.Evaluate(new Double4<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the four numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCos(Vector256<double> x)
    {
        var (sin, cos) = default(PairOnCircle<SineAndCosine>).Evaluate(new Double4<Whole>(x));
        return (Double4<Whole>.CanonicalizeNaN(sin).Vector, Double4<Whole>.CanonicalizeNaN(cos).Vector);
    }

    /// <summary>Computes the sine of each of the eight numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; |result| ≤ 1;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector512<double> Sin(Vector512<double> x) =>
        Double8<Whole>.CanonicalizeNaN(OnCircle<Sine>.Evaluate(new Double8<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the eight numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines, with an error of at most 0.501 ULP. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// |result| ≤ 1; cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector512<double> Cos(Vector512<double> x) =>
        Double8<Whole>.CanonicalizeNaN(OnCircle<Cosine>.Evaluate(new Double8<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the eight numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> x)
    {
        var (sin, cos) = default(PairOnCircle<SineAndCosine>).Evaluate(new Double8<Whole>(x));
        return (Double8<Whole>.CanonicalizeNaN(sin).Vector, Double8<Whole>.CanonicalizeNaN(cos).Vector);
    }

    /// <summary>Computes the sine of every lane, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines, with an error of at most 0.501 ULP in double precision. ±∞ and NaN give NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x)
        where V : struct, ILanes<V> => V.InDouble<OnCircle<Sine>>(x);

    /// <summary>Computes the cosine of every lane, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines, with an error of at most 0.501 ULP in double precision. ±∞ and NaN give NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<V>(V x)
        where V : struct, ILanes<V> => V.InDouble<OnCircle<Cosine>>(x);

    /// <summary>Computes the sine and the cosine of every lane, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <see cref="Sin{V}(V)"/> and <see cref="Cos{V}(V)"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sin, V Cos) SinCos<V>(V x)
        where V : struct, ILanes<V> => V.InDoublePair(default(PairOnCircle<SineAndCosine>), x);
}
