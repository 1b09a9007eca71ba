namespace Kernels.Cli.Output;

/// <summary>A file of points: a piece is written while the next is made.</summary>
internal sealed class PointFile : IDisposable
{
    private const int BufferBytes = 4 << 20;

    private readonly IPointFormat _format;
    private readonly AtomicFile _file;
    private readonly double[] _t;
    private byte[] _filling = new byte[BufferBytes];
    private byte[] _leaving = new byte[BufferBytes];
    private Task _writing = Task.CompletedTask;

    /// <param name="name">The file's name; its extension has been checked.</param>
    /// <param name="points">How many points it is going to have.</param>
    public PointFile(string name, long points)
    {
        _format = FormatOf(name)!;
        _t = new double[BufferBytes / _format.MaxBytesPerPoint];
        _file = new(name, _format.FileSize(points));
        byte[] header = _format.Header(points);
        _file.Write(header, header.Length);
    }

    public string Name => _file.Name;

    public long Length => _file.Length;

    public static IPointFormat? FormatOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".NPY" => new NpyFormat(),
        ".CSV" => new CsvFormat(),
        _ => null,
    };

    /// <summary>Writes points of a grid, in their order. What goes wrong with a piece surfaces with a later one, or at the end.</summary>
    public void Write(ParameterGrid grid, long first, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token)
    {
        for (int i = 0; i < x.Length; i += _t.Length)
        {
            token.ThrowIfCancellationRequested();
            int count = Math.Min(x.Length - i, _t.Length);
            grid.Fill(first + i, _t.AsSpan(0, count));
            int bytes = _format.Format(_t.AsSpan(0, count), x.Slice(i, count), y.Slice(i, count), _filling);
            FinishWriting();
            (_filling, _leaving) = (_leaving, _filling);
            byte[] leaving = _leaving;
            _writing = Task.Run(() => _file.Write(leaving, bytes), CancellationToken.None);
        }
    }

    public void Complete()
    {
        FinishWriting();
        _file.Complete();
    }

    public void Dispose() => _file.Dispose();

    private void FinishWriting() => _writing.GetAwaiter().GetResult();
}
