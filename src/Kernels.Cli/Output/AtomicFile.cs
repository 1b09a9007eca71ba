namespace Kernels.Cli.Output;

/// <summary>A file that appears under its name only when complete; until then it has a temporary name in the same folder.</summary>
/// <remarks>Disposing an incomplete file deletes it. It may be disposed while another thread is still writing.</remarks>
internal sealed class AtomicFile : IDisposable
{
    /// <summary>Characters of the name that the temporary one keeps: names have a limit.</summary>
    private const int LongestPart = 40;

    private readonly Lock _gate = new();
    private readonly string _target;
    private readonly string _temporaryName;
    private readonly long _preallocated;
    private readonly FileStream _stream;
    private bool _closed;

    /// <param name="name">The final name.</param>
    /// <param name="bytes">The size, where it is known: a full disk shows at once.</param>
    public AtomicFile(string name, long bytes = 0)
    {
        Name = name;
        _preallocated = bytes;
        if (Directory.Exists(name))
            throw new OutputException(name, "it is a folder");

        // A link stays one: it is the file behind it that is replaced. (By its full path: .NET resolves another against the root.)
        _target = Path.GetFullPath(name);
        if (new FileInfo(_target).LinkTarget is not null)
            _target = File.ResolveLinkTarget(_target, returnFinalTarget: true)!.FullName;
        string file = Path.GetFileName(_target);
        _temporaryName = Path.Combine(Path.GetDirectoryName(_target) ?? "", $"{file[..Math.Min(file.Length, LongestPart)]}.{Path.GetRandomFileName()}");
        _stream = Guarded(() => new FileStream(_temporaryName, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = bytes,

            // Writers bring blocks.
            BufferSize = 0,
        }));
    }

    public string Name { get; }

    public long Length { get; private set; }

    public void Write(byte[] buffer, int count)
    {
        _ = Guarded(() =>
        {
            _stream.Write(buffer, 0, count);
            return Length += count;
        });
    }

    /// <summary>Gives the file its name; a file that had it is replaced.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            // Disposed by another thread: the job has been given up.
            if (_closed)
                throw new OperationCanceledException();
            _ = Guarded(() =>
            {
                _stream.Dispose();
                File.Move(_temporaryName, _target, overwrite: true);
                return _closed = true;
            });
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            _stream.Dispose();
            Deletion.Delete(_temporaryName, Math.Max(Length, _preallocated));
        }
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new OutputException(Name, Reason(exception), exception);
        }
    }

    private string Reason(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "its folder does not exist",

        // What .NET makes of EFBIG.
        ArgumentOutOfRangeException => "it would be larger than the file system or the shell's limit (ulimit -f) allows",

        // The user knows the final name only.
        _ => exception.Message.Replace(_temporaryName, Path.GetFullPath(Name), StringComparison.Ordinal),
    };
}
