using Kernels.Functions;

namespace Kernels.Proof;

/// <summary>A row of the table.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsExchanged">Whether sine and cosine have changed places.</param>
internal readonly record struct Row(int Number, bool IsExchanged)
{
    public double Sine => CircleTable.Rows[(4 * Number) + Place(0)];

    public double Cosine => CircleTable.Rows[(4 * Number) + Place(1)];

    public double SineRest => CircleTable.Rests[(4 * Number) + Place(0)];

    public double CosineRest => CircleTable.Rests[(4 * Number) + Place(1)];

    private int Place(int place) => IsExchanged ? 1 - place : place;
}
