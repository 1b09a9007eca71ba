namespace Kernels.Cli;

/// <summary>Evenly spaced parameters: tᵢ = fma(i, (to − from)/(points − 1), from).</summary>
internal readonly struct ParameterGrid(double from, double to, long points)
{
    public double From { get; } = from;

    public double Step { get; } = points == 1 ? 0 : (to - from) / (points - 1);

    public double this[long index] => Math.FusedMultiplyAdd(index, Step, From);

    public void Fill(long first, Span<double> t)
    {
        for (int i = 0; i < t.Length; i++)
            t[i] = this[first + i];
    }
}
