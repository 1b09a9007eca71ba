using Kernels.Cli.Curves;
using Kernels.Cli.Output;

namespace Kernels.Cli;

/// <summary>What the user asked for, checked.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Points">How many points it gets.</param>
/// <param name="From">The first parameter.</param>
/// <param name="To">The last one.</param>
/// <param name="Threads">How many threads the library may use, which is no more than it would.</param>
/// <param name="Plot">The picture, if there is to be one.</param>
/// <param name="Out">The file of all points, if there is to be one.</param>
/// <param name="Json">Whether a program reads the result.</param>
internal sealed record CurveRequest(
    PlaneCurve Curve, long Points, double From, double To, int Threads, Destination? Plot, Destination? Out, bool Json)
{
    public ParameterGrid Grid => new(From, To, Points);
}
