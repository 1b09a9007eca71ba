using Kernels.Cli.Files;

namespace Kernels.Cli.Output;

/// <summary>Where a result goes: what the user calls it, and the file or the free place that this leads to.</summary>
internal sealed class Destination
{
    /// <summary>The name for standard output, where that may be a destination.</summary>
    public const string StandardOutput = "-";

    private readonly string _option;
    private readonly Replacement _replacement;

    /// <param name="option">The option that it belongs to.</param>
    /// <param name="name">Its name; a link stays one, it is the file behind it that is replaced.</param>
    /// <param name="replacement">What may be replaced by it.</param>
    public Destination(string option, string name, Replacement replacement)
    {
        _option = option;
        _replacement = replacement;
        Name = name;
        try
        {
            Path = RealPath.Of(name);
            Status = FileStatus.Of(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(name, exception.Message, exception);
        }
    }

    /// <summary>Standard output, whatever the shell has it go to: nothing is replaced.</summary>
    /// <param name="option">The option that it belongs to.</param>
    public Destination(string option)
    {
        (_option, Name, Path, IsStandardOutput) = (option, "standard output", "/dev/stdout", true);
        Status = OperatingSystem.IsWindows() ? null : FileStatus.Of(Path);
    }

    public string Name { get; }

    public bool IsStandardOutput { get; }

    public string Path { get; }

    /// <summary>The file that was there before the work, or null.</summary>
    public FileStatus? Status { get; }

    /// <summary>Whether it is no file to be replaced but a pipe or a device, which bytes go through.</summary>
    public bool IsStream => Status is { Kind: FileKind.BlockDevice or FileKind.CharacterDevice or FileKind.PipeOrSocket };

    /// <summary>
    /// Refuses, before the work, what leads to the source, to another destination or to a file of the shell, or to what must not be
    /// replaced.
    /// </summary>
    /// <exception cref="UsageException">One is refused.</exception>
    /// <exception cref="OutputException">One cannot be written.</exception>
    public static void Check(string? source, params ReadOnlySpan<Destination?> destinations)
    {
        for (int i = 0; i < destinations.Length; i++)
        {
            if (destinations[i] is not { } destination)
                continue;
            if (source is not null && destination.Holds(FileStatus.Of(source)))
                throw destination.Refused($"{source}, which the input comes from");
            foreach (string stream in (string[])["/dev/stdout", "/dev/stderr"])
            {
                if (destination is { IsStandardOutput: false, Status.Kind: FileKind.Regular } && destination.Holds(FileStatus.Of(stream)))
                    throw destination.Refused($"{destination.Name}, which {stream} goes to");
            }

            foreach (Destination? other in destinations[..i])
            {
                if (other is not null && destination.IsSameFile(other))
                    throw destination.Refused($"{destination.Name}, the file that {other._option} names");
            }
        }

        foreach (Destination? destination in destinations)
            destination?.Check();
    }

    /// <summary>Why a file that is there now must not be replaced, or null. It goes on from the file's name.</summary>
    public string? ReasonAgainst(FileStatus file) => _replacement switch
    {
        Replacement.OwnPictures when file.Kind != FileKind.Regular || !PngMark.IsIn(Path) =>
            $"exists and is no picture drawn by kernels: {_option} FILE names another, {_option} none draws nothing",
        Replacement.None when file.Kind is FileKind.Regular or FileKind.BlockDevice => "exists; --overwrite replaces it",
        _ when file.Kind == FileKind.Regular && new FileInfo(Path).LinkTarget is not null => "is a link that cannot be followed by name",
        _ when file is { Kind: FileKind.Regular, IsReadOnly: true } => "is read-only",
        _ => null,
    };

    // What is not a file yet is one place or two. Names in one folder may be the same but for case.
    private bool IsSameFile(Destination other) => Status is null && other.Status is null
        ? string.Equals(Path, other.Path, StringComparison.OrdinalIgnoreCase)
        : Holds(other.Status);

    // Devices such as /dev/null and terminals keep nothing that could be lost.
    private bool Holds(FileStatus? other) =>
        Status is { Kind: not FileKind.CharacterDevice } && other is not null && Status.IsSameFile(other);

    private UsageException Refused(string file) => new($"{_option} must not name {file}");

    private void Check()
    {
        if (Status is null || IsStandardOutput)
            return;
        if (ReasonAgainst(Status) is { } reason)
            throw new UsageException($"{Name} {reason}");
        if (Status.Kind == FileKind.Folder)
            throw new OutputException(Name, "it is a folder");
        if (Status.Kind == FileKind.Regular)
            CheckAccess();
    }

    // Renaming does not ask whether the file itself may be written.
    private void CheckAccess()
    {
        try
        {
            File.OpenHandle(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(Name, exception.Message, exception);
        }
    }
}
