using System.Text;

namespace Kernels.Yardsticks.Results;

/// <summary>A file that appears under its name when complete. Opened before the work: what cannot be written shows at once.</summary>
public sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;

    /// <param name="name">The name; folders that do not exist are made.</param>
    public OutputFile(string name)
    {
        _path = Path.GetFullPath(name);
        if (Directory.Exists(_path))
            throw new IOException($"{name} is a folder");
        _temporary = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            _stream = new(_temporary, FileMode.Create, FileAccess.Write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"cannot write {name}: {exception.Message}", exception);
        }
    }

    /// <summary>Writes all and gives the file its name.</summary>
    public void Complete(ReadOnlySpan<byte> content)
    {
        _stream.Write(content);
        _stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
    }

    /// <summary>Text, which gets its last line's end.</summary>
    public void Complete(string text) => Complete(Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + '\n'));

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_temporary);
    }
}
