using Kernels.Cli.Input;
using Kernels.Cli.Output;

namespace Kernels.Cli;

/// <summary>What the user asked for, checked.</summary>
/// <param name="Function">The formula; its inputs are columns of the source, in this order.</param>
/// <param name="Source">Where the rows come from.</param>
/// <param name="Out">Where the results go.</param>
/// <param name="Format">How they are written.</param>
/// <param name="KeepsInputs">Whether the inputs are written before the results.</param>
/// <param name="Json">Whether a program reads the report.</param>
internal sealed record EvaluateRequest(
    PureFunction Function, ITableSource Source, Destination Out, ITableFormat Format, bool KeepsInputs, bool Json);

/// <summary>What has been done.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Written">The file of the results.</param>
internal sealed record EvaluateResult(long Rows, WrittenFile Written);
