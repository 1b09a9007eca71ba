namespace Kernels.Accuracy;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The request was understood and could not be carried out, or the reference is wrong.</summary>
    public const int Failure = 1;

    /// <summary>The request makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
