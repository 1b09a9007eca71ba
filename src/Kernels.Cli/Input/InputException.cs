namespace Kernels.Cli.Input;

/// <summary>
/// A file that cannot be read, or does not hold what it should; the message names it, and line and column where it has them.
/// </summary>
internal sealed class InputException : IOException
{
    public InputException(string file, string reason, Exception? cause = null)
        : base($"cannot read {file}: {reason}", cause)
    {
    }

    public InputException(string file, long line, int column, string reason)
        : base($"{file}, line {line}, column {column}: {reason}")
    {
    }
}
