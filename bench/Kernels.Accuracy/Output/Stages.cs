using Spectre.Console;

namespace Kernels.Accuracy.Output;

/// <summary>Shows how far each part of the work is, where there is a terminal to show it on.</summary>
internal sealed class Stages
{
    private readonly ProgressContext? _context;

    private Stages(ProgressContext? context) => _context = context;

    /// <summary>Runs a job under a display that disappears with its end.</summary>
    public static T Run<T>(IAnsiConsole console, bool show, Func<Stages, T> job) => show
        ? console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => job(new Stages(context)))
        : job(new Stages(null));

    public IProgress<long> Begin(string name, long arguments) => new Stage(_context?.AddTask(name, maxValue: arguments));

    private sealed class Stage(ProgressTask? task) : IProgress<long>
    {
        public void Report(long value) => _ = task?.Value(value);
    }
}
