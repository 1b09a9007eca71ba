using Kernels.Accuracy.Arguments;
using Kernels.Yardsticks;

namespace Kernels.Accuracy;

/// <summary>What the user asked for, checked. Contenders are parts of names; none for all that are worth it.</summary>
internal sealed record Request(
    IReadOnlyList<Operation> Functions,
    IReadOnlyList<ArgumentSet> Intervals,
    Precision Precision,
    IReadOnlyList<string> Contenders,
    int Samples,
    int Seed,
    string? PictureFile,
    string? OutFile,
    bool Json);
