using System.Numerics;

namespace Kernels.Yardsticks.Contenders;

/// <summary>A library or a way of writing the loop, as its user would call it today.</summary>
public abstract class Contender
{
    /// <summary>As it appears in tables.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it uses all cores.</summary>
    public virtual bool AllCores => false;

    /// <summary>The call that computes the operation on the workload; null where the contender does not offer it.</summary>
    public Action? Bind(Operation operation, Workload workload) => workload.Precision == Precision.Double
        ? Bind(operation, workload.Double)
        : Bind(operation, workload.Single);

    /// <summary>The same on columns; those of the workload are pinned.</summary>
    protected abstract Action? Bind<T>(Operation operation, Columns<T> columns)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
