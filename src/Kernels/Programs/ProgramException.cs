namespace Kernels.Programs;

/// <summary>Why something cannot be a program: whoever reads texts, lambdas or bytes says so in his own way.</summary>
internal sealed class ProgramException(string message, Exception? inner = null) : Exception(message, inner);
