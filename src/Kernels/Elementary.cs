namespace Kernels;

/// <summary>Elementary functions of every double, rounded once, within a declared bound and with the same bits everywhere.</summary>
/// <remarks>
/// <para>
/// An element's result depends on that element alone: not on its neighbours, its place, the array's length or alignment, the vector
/// width, the number of threads, the processor or the operating system. The overloads for spans, vectors, lanes and single numbers
/// agree to the bit.
/// </para>
/// <para>
/// Each function states its bound, which holds over all doubles, at most 0.506 ULP. What a double can represent comes out exactly:
/// sin(π/2) = 1 and cos(π) = −1 for the doubles nearest to π/2 and π, exp(0) = 1, 2ⁿ, 10ⁿ up to 10²², logarithms of these to their base,
/// powers that are doubles, and the cube roots of cubes. Signs, oddness and evenness hold to the bit. NaN gives <see cref="double.NaN"/>,
/// but for pow(x, ±0) = pow(1, y) = 1 and hypot(±∞, y) = ∞.
/// </para>
/// <para>
/// Methods: Cody and Waite's argument reduction, for large angles Payne and Hanek's; accurate tables of 512 points, after S. Gal, and a
/// minimax polynomial for what is left; the sum of the parts is rounded once. <c>docs/accuracy.md</c> derives the bounds.
/// </para>
/// <para id="state">
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. Floating-point flags are unspecified after a call.
/// </para>
/// <para>Vectors, lanes and single numbers are computed under the state that is there.</para>
/// <para id="null">An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Elementary;
