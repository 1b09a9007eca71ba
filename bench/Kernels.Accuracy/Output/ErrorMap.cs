using Kernels.Accuracy.Arguments;
using Kernels.Accuracy.Measuring;

namespace Kernels.Accuracy.Output;

/// <summary>The largest error in each of so many equal parts of the argument's axis: all that a picture can show.</summary>
internal sealed class ErrorMap(string contender, Quantity quantity, ArgumentSet set)
{
    private const int Parts = 120;

    private readonly (double Position, double Error)[] _largest = Enumerable.Repeat((0.0, -1.0), Parts).ToArray();

    private readonly (double From, double To) _axis = set.Axis;

    public string Contender => contender;

    public Quantity Quantity => quantity;

    public ArgumentSet Set => set;

    public IEnumerable<(double Position, double Error)> Points => _largest.Where(point => point.Error >= 0);

    public void Add(double argument, double error)
    {
        double position = set.Position(argument);
        int part = Math.Clamp((int)((position - _axis.From) / (_axis.To - _axis.From) * Parts), 0, Parts - 1);
        if (error > _largest[part].Error)
            _largest[part] = (position, error);
    }
}
