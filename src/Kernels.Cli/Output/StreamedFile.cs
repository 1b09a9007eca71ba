namespace Kernels.Cli.Output;

/// <summary>A pipe, a device or standard output: bytes go through it, and it stays what it is.</summary>
internal sealed class StreamedFile(Destination destination) : OutputFile(destination)
{
    private Stream? _stream;

    public override void Complete() => Guard(() =>
    {
        (_stream as FileStream)?.Flush(flushToDisk: true);
        _stream?.Dispose();
    });

    public override void Dispose() => _stream?.Dispose();

    // Opened late, by the job: a pipe waits for its reader, and the job is left behind where it may not wait.
    protected override void WriteNext(byte[] buffer, int count)
    {
        _stream ??= Destination.IsStream
            ? new FileStream(Destination.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
            : Console.OpenStandardOutput();
        _stream.Write(buffer, 0, count);
    }

    // Who asks for that has made sure that nobody reads yet.
    protected override void WriteFirst(byte[] buffer) => throw new IOException("a pipe or a device takes no byte a second time");
}
