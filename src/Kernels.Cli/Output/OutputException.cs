namespace Kernels.Cli.Output;

/// <summary>A file that cannot be written; the message names it and says why.</summary>
internal sealed class OutputException(string file, string reason, Exception? cause = null)
    : IOException($"cannot write {file}: {reason}", cause);
