using Kernels.Cli.Curves;

namespace Kernels.Cli;

/// <summary>What the user asked for, checked.</summary>
internal sealed record CurveRequest(PlaneCurve Curve, long Points, double From, double To, int Threads, string PlotFile, string? OutFile, bool Json)
{
    public ParameterGrid Grid => new(From, To, Points);
}
