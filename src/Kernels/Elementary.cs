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
public static partial class Elementary;
