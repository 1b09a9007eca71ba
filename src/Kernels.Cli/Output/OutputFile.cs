namespace Kernels.Cli.Output;

/// <summary>A file that a result is written to, from its first byte to its last.</summary>
/// <remarks>Disposing it before it is complete gives it up. It may be disposed while another thread is still writing.</remarks>
internal abstract class OutputFile(Destination destination) : IDisposable
{
    public string Name => destination.Name;

    public long Length { get; private set; }

    protected Destination Destination => destination;

    /// <summary>The file for a destination that has been checked.</summary>
    /// <param name="destination">Where it goes.</param>
    /// <param name="bytes">The size, where it is known: a full disk shows at once.</param>
    public static OutputFile Create(Destination destination, long bytes = 0) =>
        destination.IsStream || destination.IsStandardOutput ? new StreamedFile(destination) : new AtomicFile(destination, bytes);

    public void Write(byte[] buffer, int count)
    {
        Guard(() => WriteNext(buffer, count));
        Length += count;
    }

    /// <summary>Writes other bytes in the place of the first ones.</summary>
    public void WriteAgain(byte[] beginning) => Guard(() => WriteFirst(beginning));

    /// <summary>After this the file is on the disk, whole, under its name.</summary>
    public abstract void Complete();

    public abstract void Dispose();

    protected abstract void WriteNext(byte[] buffer, int count);

    protected abstract void WriteFirst(byte[] buffer);

    protected void Guard(Action action) => _ = Guard(() =>
    {
        action();
        return true;
    });

    protected T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (
            exception is (IOException and not OutputException) or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new OutputException(Name, Reason(exception), exception);
        }
    }

    protected virtual string Reason(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "its folder does not exist",

        // What .NET makes of EFBIG.
        ArgumentOutOfRangeException => "it would be larger than the file system or the shell's limit (ulimit -f) allows",
        _ => exception.Message,
    };
}
