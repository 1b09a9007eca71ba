namespace Kernels.Accuracy;

/// <summary>A request that makes no sense; the message says what and why.</summary>
internal sealed class UsageException(string message) : Exception(message);
