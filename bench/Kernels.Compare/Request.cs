namespace Kernels.Compare;

/// <summary>What the command line asks for.</summary>
/// <param name="Plan">What is compared.</param>
/// <param name="OutFile">Where the result goes; null for nowhere.</param>
/// <param name="Json">Print one JSON object instead of tables.</param>
internal sealed record Request(Plan Plan, string? OutFile, bool Json);
