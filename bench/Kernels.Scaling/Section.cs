using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>One question, and how it is answered.</summary>
/// <param name="Name">As it is written on the command line.</param>
/// <param name="Title">Above its table.</param>
/// <param name="Measure">Answers it for a large array of so many elements.</param>
internal sealed record Section(string Name, string Title, Func<int, CancellationToken, IReadOnlyList<ScalingRow>> Measure)
{
    public static IReadOnlyList<Section> All { get; } =
    [
        new("large", "Large arrays: one core, all cores, and what the memory allows", Arrays.Large),
        new("grid", "Grids: no array of arguments", Arrays.Grid),
        new("streaming", "Both sides of the streaming threshold, and arrays that share their page offsets", StreamingStores.Measure),
        new("medium", "262,144 points of the heart: calls in a row, and single ones", (_, token) => CutOver.Medium(token)),
        new("small", "Small arrays: what ParallelOptions cost where they do not pay", (_, token) => Arrays.Small(token)),
        new("cutover", "Around the cut-over: the public call against the better of one core and all", (_, token) => CutOver.Measure(token)),
        new("busy", "One core kept busy by another process", BusyCore.Measure),
        new("fourier", "Fourier curves", (_, token) => FourierCurves.Measure(token)),
        new("formulas", "Formulas given as texts", Formulas.Measure),
        new("allocation", "Allocation of a parallel call", Allocation.Measure),
    ];
}
