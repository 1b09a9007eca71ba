namespace Kernels.Cli.Output;

/// <summary>A file of points, with their parameters.</summary>
internal sealed class PointFile : IDisposable
{
    private static readonly string[] Names = ["t", "x", "y"];

    private readonly TableFile _file;
    private readonly double[] _t;

    /// <param name="destination">Where it goes; the extension has been checked.</param>
    /// <param name="points">How many points it is going to have.</param>
    public PointFile(Destination destination, long points)
    {
        ITableFormat format = TableFile.IsNpy(destination.Name) ? NpyFormat.Matrix(Names.Length) : new CsvFormat(Names);
        _file = new(destination, format, points);
        _t = new double[_file.RowsAtATime];
    }

    public string Name => _file.Name;

    public long Length => _file.Length;

    /// <summary>Writes points of a grid, in their order. What goes wrong with a piece surfaces with a later one, or at the end.</summary>
    public void Write(ParameterGrid grid, long first, ReadOnlyMemory<double> x, ReadOnlyMemory<double> y, CancellationToken token)
    {
        for (int i = 0; i < x.Length; i += _t.Length)
        {
            int count = Math.Min(x.Length - i, _t.Length);
            grid.Fill(first + i, _t.AsSpan(0, count));
            _file.Write([_t, x.Slice(i, count), y.Slice(i, count)], count, token);
        }
    }

    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();
}
