using Kernels.Yardsticks;

namespace Kernels.Accuracy.Measuring;

/// <summary>One output of a function: Index is 0 for the first, 1 for the second.</summary>
internal readonly record struct Quantity(Operation Function, int Index)
{
    public string Name => Function switch
    {
        Operation.Heart => Index == 0 ? "x" : "y",
        Operation.Cos => "cos",
        _ => Index == 0 ? "sin" : "cos",
    };

    /// <summary>The heart's y is a sum of terms of up to 17 that cancel: its error is measured against these.</summary>
    public bool IsSumOfSeventeen => Function == Operation.Heart && Index == 1;

    public string Unit => IsSumOfSeventeen ? "ULP of 17" : "ULP";

    /// <summary>As it is headed in tables and pictures.</summary>
    public string Title => Name == Function.Name() ? Name : $"{Function.Name()}, {Name}";

    /// <summary>What the library promises.</summary>
    public double DeclaredBound(Precision precision) =>
        Index == 0 ? DeclaredBounds.Of(Function, precision).First : DeclaredBounds.Of(Function, precision).Second;

    public static IEnumerable<Quantity> Of(Operation function)
    {
        for (int i = 0; i < function.Outputs(); i++)
            yield return new(function, i);
    }
}
