namespace Kernels.Accuracy.Output;

/// <summary>A file that appears under its name when complete. Opened before the work: what cannot be written shows at once.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;

    public OutputFile(string name)
    {
        _path = Path.GetFullPath(name);
        if (Directory.Exists(_path))
            throw new IOException($"{name} is a folder");
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _temporary = $"{_path}.{Environment.ProcessId}.tmp";
        _stream = new(_temporary, FileMode.Create, FileAccess.Write);
    }

    public void Complete(ReadOnlySpan<byte> content)
    {
        _stream.Write(content);
        _stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_temporary);
    }
}
