namespace Kernels.Cli.Formulas;

/// <summary>A formula that cannot be read: the message says where and why, and shows the place in lines of its own.</summary>
/// <param name="option">What the user gave it as.</param>
/// <param name="reason">What the parser says of it.</param>
internal sealed class FormulaException(string option, string reason) : Exception($"{option}: {reason}");
