namespace Kernels.Cli.Output;

/// <summary>A file of points, written in pieces of about a megabyte.</summary>
internal sealed class PointFile : IDisposable
{
    private const int BufferBytes = 1 << 20;

    private readonly IPointFormat _format;
    private readonly AtomicFile _file;
    private readonly byte[] _buffer = new byte[BufferBytes];

    /// <param name="name">The file's name; its extension has been checked.</param>
    /// <param name="points">How many points it is going to have.</param>
    public PointFile(string name, long points)
    {
        _format = FormatOf(name)!;
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

    public void Write(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token)
    {
        int piece = _buffer.Length / _format.MaxBytesPerPoint;
        for (int i = 0; i < t.Length; i += piece)
        {
            token.ThrowIfCancellationRequested();
            Range points = i..Math.Min(t.Length, i + piece);
            _file.Write(_buffer, _format.Format(t[points], x[points], y[points], _buffer));
        }
    }

    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();
}
