using Kernels.Cli.Curves;
using Kernels.Cli.Output;

namespace Kernels.Cli;

/// <summary>What the user asked for, checked.</summary>
internal sealed record CurveRequest(
    PlaneCurve Curve, long Points, double From, double To, int Threads, Destination? Plot, Destination? Out, bool Json)
{
    public ParameterGrid Grid => new(From, To, Points);
}
