using System.Runtime.Versioning;
using Kernels.Cli.Files;

namespace Kernels.Cli.Output;

/// <summary>A file that appears under its name only when complete; until then it has a temporary name in the same folder.</summary>
/// <remarks>Disposing an incomplete file deletes it.</remarks>
internal sealed class AtomicFile : OutputFile
{
    /// <summary>Characters of the name that the temporary one keeps: names have a limit.</summary>
    private const int LongestPart = 40;

    /// <summary>
    /// What goes to the disk at a time, beside the writing. No signal ends a program before a flush that is under way: one of 4.8 GB at the
    /// end held Ctrl-C up for 2.9 s.
    /// </summary>
    private const long FlushBytes = 1L << 25;

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _temporaryName;
    private readonly long _preallocated;
    private readonly FileStream _stream;
    private Task _flushing = Task.CompletedTask;
    private long _unflushed;
    private bool _closed;

    /// <param name="destination">Where it goes: a file, or a free name.</param>
    /// <param name="bytes">The size, where it is known.</param>
    public AtomicFile(Destination destination, long bytes)
        : base(destination)
    {
        _preallocated = bytes;
        _folder = Path.GetDirectoryName(destination.Path)!;
        string file = Path.GetFileName(destination.Path);
        _temporaryName = Path.Combine(_folder, $"{file[..Math.Min(file.Length, LongestPart)]}.{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = bytes,

            // Writers bring blocks.
            BufferSize = 0,
        };

        // What replaces a file that others may not read is never theirs to read.
        if (destination.Status is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _stream = Guard(() => new FileStream(_temporaryName, options));
    }

    /// <summary>Gives the file its name.</summary>
    /// <remarks>
    /// First its bytes go to the disk, then its name, so that no power cut leaves a name without the bytes. Only naming it excludes
    /// <see cref="Dispose"/>: who interrupts the program does not wait for the disk.
    /// </remarks>
    public override void Complete() => Guard(() =>
    {
        if ((Present() ?? Destination.Status) is { } old && !OperatingSystem.IsWindows())
            KeepOwnerAndMode(old);
        _flushing.GetAwaiter().GetResult();
        _stream.Flush(flushToDisk: true);
        lock (_gate)
        {
            // Disposed by another thread: the job has been given up.
            if (_closed)
                throw new OperationCanceledException();
            _stream.Dispose();
            if (Present() is null)
                Naming.Take(_temporaryName, Destination.Path);
            else
                Naming.Replace(_temporaryName, Destination.Path);
            _closed = true;
        }

        Naming.Flush(_folder);
    });

    public override void Dispose()
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

    protected override void WriteNext(byte[] buffer, int count)
    {
        _stream.Write(buffer, 0, count);
        _unflushed += count;
        if (_unflushed < FlushBytes)
            return;
        _unflushed = 0;
        _flushing.GetAwaiter().GetResult();
        _flushing = Task.Run(() => _stream.Flush(flushToDisk: true));
    }

    protected override void WriteFirst(byte[] buffer)
    {
        _stream.Position = 0;
        _stream.Write(buffer);
        _stream.Position = Length;
    }

    // The user knows the final name only.
    protected override string Reason(Exception exception) =>
        base.Reason(exception).Replace(_temporaryName, Destination.Path, StringComparison.Ordinal);

    // Asked again, because the work may have taken hours: a file that has come meanwhile is as good as one that was there.
    private FileStatus? Present()
    {
        FileStatus? now = FileStatus.Of(Destination.Path);
        if (now is null)
            return null;
        if (Destination.ReasonAgainst(now) is { } reason)
            throw new OutputException(Name, $"it {reason}");
        if (now.Kind != FileKind.Regular)
            throw new OutputException(Name, "it is no regular file any more");
        return now;
    }

    // The owner as far as the user may give files away, or at least the group.
    [UnsupportedOSPlatform("windows")]
    private void KeepOwnerAndMode(FileStatus old)
    {
        if (Posix.ChangeOwner(_stream.SafeFileHandle, old.User, old.Group) != 0)
            _ = Posix.ChangeOwner(_stream.SafeFileHandle, Posix.Same, old.Group);
        File.SetUnixFileMode(_stream.SafeFileHandle, old.Mode);
    }
}
