namespace Kernels.Cli.Output;

/// <summary>A file of points: a piece is written while the next is made.</summary>
internal sealed class PointFile : IDisposable
{
    private const int BufferBytes = 4 << 20;

    private readonly IPointFormat _format;
    private readonly OutputFile _file;
    private readonly byte[] _header;
    private readonly double[] _t;
    private byte[] _filling = new byte[BufferBytes];
    private byte[] _leaving = new byte[BufferBytes];
    private Task _writing = Task.CompletedTask;

    /// <param name="destination">Where it goes; the extension has been checked.</param>
    /// <param name="points">How many points it is going to have.</param>
    public PointFile(Destination destination, long points)
    {
        _format = FormatOf(destination.Name)!;
        _t = new double[BufferBytes / _format.MaxBytesPerPoint];
        _file = OutputFile.Create(destination, _format.FileSize(points));
        _header = _format.Header(points);
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
        if (first == 0)
            StartWriting(_header, _header.Length);
        for (int i = 0; i < x.Length; i += _t.Length)
        {
            token.ThrowIfCancellationRequested();
            int count = Math.Min(x.Length - i, _t.Length);
            grid.Fill(first + i, _t.AsSpan(0, count));
            int bytes = _format.Format(_t.AsSpan(0, count), x.Slice(i, count), y.Slice(i, count), _filling);
            StartWriting(_filling, bytes);
            (_filling, _leaving) = (_leaving, _filling);
        }
    }

    public void Complete()
    {
        FinishWriting();
        _file.Complete();
    }

    public void Dispose() => _file.Dispose();

    private void StartWriting(byte[] buffer, int count)
    {
        FinishWriting();
        _writing = Task.Run(() => _file.Write(buffer, count), CancellationToken.None);
    }

    private void FinishWriting() => _writing.GetAwaiter().GetResult();
}
