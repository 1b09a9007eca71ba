namespace Kernels.Cli.Input;

/// <summary>The bytes of a file through a buffer, whose unread part grows until its reader has seen enough.</summary>
/// <param name="file">What the user calls it.</param>
/// <param name="stream">The file.</param>
internal sealed class InputStream(string file, Stream stream) : IDisposable
{
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private long _position;

    public string File => file;

    /// <summary>Whether other parts than the next can be read.</summary>
    public bool CanSeek => stream.CanSeek;

    /// <summary>The size in bytes, or 0 if it is not known.</summary>
    public long Length { get; } = stream.CanSeek ? stream.Length : 0;

    /// <summary>The bytes that have been used, from the beginning on.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Bytes that are there and have not been used.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether the file begins so. Nothing is used.</summary>
    public bool StartsWith(ReadOnlySpan<byte> beginning)
    {
        while (Rest.Length < beginning.Length && Fill())
        {
        }

        return Rest.StartsWith(beginning);
    }

    /// <summary>Gets more bytes behind the rest.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Fill()
    {
        if (_start > 0)
        {
            Rest.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        int count = Read(() => stream.Read(_buffer, _end, _buffer.Length - _end));
        _end += count;
        return count > 0;
    }

    /// <summary>Goes on behind some bytes of the rest.</summary>
    public void Use(int count)
    {
        _start += count;
        _ = Interlocked.Add(ref _position, count);
    }

    /// <summary>Fills a span with the next bytes, which count as used.</summary>
    /// <returns>How many there were: fewer only at the end.</returns>
    public int ReadNext(byte[] destination, int count)
    {
        int done = Math.Min(count, Rest.Length);
        Rest[..done].CopyTo(destination);
        _start += done;
        done += Read(() => stream.ReadAtLeast(destination.AsSpan(done, count - done), count - done, throwOnEndOfStream: false));
        _ = Interlocked.Add(ref _position, done);
        return done;
    }

    /// <summary>Fills a span with bytes from any place of the file; what is read in order must not be read any more.</summary>
    /// <inheritdoc cref="ReadNext"/>
    public int ReadAt(long place, byte[] destination, int count)
    {
        int done = Read(() =>
        {
            stream.Position = place;
            return stream.ReadAtLeast(destination.AsSpan(0, count), count, throwOnEndOfStream: false);
        });
        _ = Interlocked.Add(ref _position, done);
        return done;
    }

    public void Dispose() => stream.Dispose();

    private int Read(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, Directory.Exists(file) ? "it is a folder" : exception.Message, exception);
        }
    }
}
