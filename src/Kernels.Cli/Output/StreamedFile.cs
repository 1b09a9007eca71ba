namespace Kernels.Cli.Output;

/// <summary>A pipe or a device: bytes go through it, and it stays what it is.</summary>
internal sealed class StreamedFile(Destination destination) : OutputFile(destination)
{
    private FileStream? _stream;

    public override void Complete() => Guard(() =>
    {
        _stream?.Flush(flushToDisk: true);
        _stream?.Dispose();
    });

    public override void Dispose() => _stream?.Dispose();

    // Opened late, by the job: a pipe waits for its reader, and the job is left behind where it may not wait.
    protected override void WriteNext(byte[] buffer, int count)
    {
        _stream ??= new FileStream(Destination.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        _stream.Write(buffer, 0, count);
    }
}
