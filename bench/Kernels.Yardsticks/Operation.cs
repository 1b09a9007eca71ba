namespace Kernels.Yardsticks;

/// <summary>What is computed.</summary>
public enum Operation
{
    Sin,
    Cos,
    SinCos,
    Heart,
}

/// <summary>In which precision.</summary>
public enum Precision
{
    Double,
    Single,
}

public static class OperationExtensions
{
    public static int Outputs(this Operation operation) => operation is Operation.Sin or Operation.Cos ? 1 : 2;

    /// <summary>As it is written on the command line and in tables.</summary>
    public static string Name(this Operation operation) => operation.ToString().ToLowerInvariant();

    public static string Name(this Precision precision) => precision == Precision.Double ? "double" : "float";
}
