using Kernels.Cli.Measuring;

namespace Kernels.Tests.CommandLine;

/// <summary>A thread that is told where to run.</summary>
public class ProcessorsTests
{
    private readonly Processors _processors = new();

    [Fact]
    public void There_is_one_at_least_and_never_more_than_the_process_has() =>
        Assert.InRange(_processors.Count, 1, Environment.ProcessorCount);

    [Fact]
    public void Each_is_another_one()
    {
        Assert.SkipWhen(_processors.Count == 1, "There is but one processor, or a thread cannot be told where to run.");
        var ran = Enumerable.Range(0, _processors.Count).Select(i => _processors.RunOn(i, Thread.GetCurrentProcessorId)).ToHashSet();
        Assert.Equal(_processors.Count, ran.Count);
    }

    [Fact]
    public void A_failure_leaves_the_thread_free()
    {
        Assert.Throws<TimeoutException>(() => _processors.RunOn<int>(0, () => throw new TimeoutException()));
        Assert.Equal(_processors.Count, new Processors().Count);
    }
}
