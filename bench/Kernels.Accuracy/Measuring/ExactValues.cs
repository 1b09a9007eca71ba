using Kernels.Reference;
using Kernels.Yardsticks;

namespace Kernels.Accuracy.Measuring;

/// <summary>The exact values at some arguments, computed once by all cores for every function and contender.</summary>
internal sealed class ExactValues
{
    private readonly Precision _precision;
    private readonly (Value Sin, Value Cos)[] _trigonometric;
    private readonly (Value X, Value Y)[] _heart;

    public ExactValues(double[] arguments, Precision precision, IReadOnlyList<Operation> functions, CancellationToken token)
    {
        _precision = precision;
        bool heart = functions.Contains(Operation.Heart), trigonometric = functions.Any(function => function != Operation.Heart);
        _heart = new (Value, Value)[heart ? arguments.Length : 0];
        _trigonometric = new (Value, Value)[trigonometric ? arguments.Length : 0];
        Parallel.For(0, arguments.Length, new() { CancellationToken = token }, i =>
        {
            if (trigonometric)
                _trigonometric[i] = Rounded(Exact.SinCos(arguments[i]));
            if (heart)
                _heart[i] = Rounded(Exact.Heart(arguments[i]));
        });
    }

    /// <summary>The error of what a workload holds at an index, and whether it is the nearest number of its precision.</summary>
    public (double Error, bool IsNearest) Judge(Quantity quantity, Workload workload, int index)
    {
        Value exact = Of(quantity, index);
        if (_precision == Precision.Double)
        {
            double computed = (quantity.Index == 0 ? workload.Double.First : workload.Double.Second)[index];
            double error = quantity.IsSumOfSeventeen ? exact.Number.ErrorInUlpOf(computed, 17) : exact.Number.ErrorInUlp(computed);
            return (error, computed == exact.Nearest);
        }
        else
        {
            float computed = (quantity.Index == 0 ? workload.Single.First : workload.Single.Second)[index];
            double error = quantity.IsSumOfSeventeen ? exact.Number.ErrorInUlpOf(computed, 17f) : exact.Number.ErrorInUlp(computed);
            return (error, computed == exact.Nearest);
        }
    }

    private Value Of(Quantity quantity, int index) => quantity switch
    {
        (Operation.Heart, 0) => _heart[index].X,
        (Operation.Heart, _) => _heart[index].Y,
        (Operation.Sin, _) or (Operation.SinCos, 0) => _trigonometric[index].Sin,
        _ => _trigonometric[index].Cos,
    };

    private (Value First, Value Second) Rounded((Fixed First, Fixed Second) exact) => (Rounded(exact.First), Rounded(exact.Second));

    private Value Rounded(Fixed exact) => new(exact, _precision == Precision.Double ? exact.Round() : exact.RoundToSingle());

    private readonly record struct Value(Fixed Number, double Nearest);
}
