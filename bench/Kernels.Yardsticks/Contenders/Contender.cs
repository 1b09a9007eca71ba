namespace Kernels.Yardsticks.Contenders;

/// <summary>A library or a way of writing the loop, as its user would call it today.</summary>
public abstract class Contender
{
    /// <summary>As it appears in tables.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it uses all cores.</summary>
    public virtual bool AllCores => false;

    /// <summary>The call that computes the operation on the workload; null where the contender does not offer it.</summary>
    public abstract Action? Bind(Operation operation, Workload workload);
}
