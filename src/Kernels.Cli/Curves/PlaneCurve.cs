using Kernels.Cli.Measuring;

namespace Kernels.Cli.Curves;

/// <summary>A curve as the commands see it: it is evaluated by the library, by a plain loop and exactly, and it is drawn.</summary>
internal abstract class PlaneCurve
{
    /// <summary>As in "Heart curve".</summary>
    public abstract string Name { get; }

    /// <summary>Above the picture.</summary>
    public abstract string Title { get; }

    /// <summary>The picture's name, where the user gives none and it is not the command's own.</summary>
    public virtual string? Picture => null;

    /// <summary>What the parameter is called.</summary>
    public virtual string Parameter => "t";

    /// <summary>What the parameter is measured in, after a blank; empty if it is a mere number.</summary>
    public virtual string Unit => " radians";

    /// <summary>The file that it was made from, if there is one.</summary>
    public virtual string? SourceFile => null;

    /// <summary>How many points exact arithmetic evaluates in a fraction of a second.</summary>
    public abstract int PointsForExact { get; }

    /// <summary>Whether exact arithmetic knows the curve: else its points are compared with those of single calls.</summary>
    public virtual bool HasExact => true;

    /// <summary>The library's call on one thread.</summary>
    public abstract void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y);

    /// <summary>The library's call for parameters that are counted from one end.</summary>
    public abstract void Sample(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options);

    /// <summary>Evaluates points of a grid, from a given one on.</summary>
    public void Sample(ParameterGrid grid, long first, Span<double> x, Span<double> y, ParallelOptions options)
    {
        int border = (int)Math.Clamp(grid.CountedFromFirst - first, 0, x.Length);
        if (border > 0)
            Sample(grid.From, grid.Step, first, x[..border], y[..border], options);
        if (border < x.Length)
            Sample(grid.To, grid.Step, first + border - grid.Last, x[border..], y[border..], options);
    }

    /// <summary>The loop that a program has before it knows of the library.</summary>
    public abstract void EvaluateByMath(ReadOnlySpan<double> t, Span<double> x, Span<double> y);

    /// <summary>How far the library's points are from those that they should be.</summary>
    public abstract Deviation Deviate(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token);
}
