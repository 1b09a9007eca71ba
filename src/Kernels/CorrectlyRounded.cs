namespace Kernels;

/// <summary>
/// Elementary functions of every double, correctly rounded: the double nearest to the exact value, always; of two that are equally near,
/// which only powers and hypotenuses may have, the even one.
/// </summary>
/// <remarks>
/// <para>
/// Such a result is unique by definition: the same on every machine, at every width, in every version. What the vectors cannot decide, for
/// sine and cosine one element in 2,048, for exponentials one in 260,000, for logarithms one in 130,000, beside 1 one in 200, for cube
/// roots one in 55,000, for powers the more the larger |y·ln x| is, nearly one in 33,000 where that is small, is computed again in
/// double-double arithmetic, then in 192 bits, and if that should not suffice, in as many as it takes. Cube roots are decided in integers
/// after double-double arithmetic, hypotenuses, one in 2³¹, at once.
/// </para>
/// <para>
/// Special values are those of <see cref="Elementary"/>. Sources: P. Ziv, "Fast evaluation of elementary mathematical functions with
/// correctly rounded last bit" (1991), for the test; <c>docs/accuracy.md</c> for the bounds.
/// </para>
/// <inheritdoc cref="Elementary" path="/remarks/para[@id]"/>
/// <para>Single numbers are computed under the state that is there.</para>
/// </remarks>
public static partial class CorrectlyRounded;
