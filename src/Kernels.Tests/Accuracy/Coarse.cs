using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>As if much were left out: then what a rounding test takes and adds is seen.</summary>
internal readonly struct Coarse : IRoundingTest
{
    public const double Error = 9.313225746154785e-10;  // 2⁻³⁰

    public static double RelativeError => Error;

    public static double PreciseRelativeError => Error;
}
