using System.CommandLine;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Verify;

/// <summary>The command line.</summary>
internal sealed class Options
{
    private const string HowMany = "How many doubles for each function; 1e9 may be written for a thousand millions.";

    private readonly Option<Operation[]> _functions = Choice.Several(
        "--functions", $"Functions: {string.Join(", ", Operation.Functions.Select(function => function.Name))}; all by default.",
        Operation.ByName(Operation.Functions));

    private readonly Option<int> _stride = Choice.WholeNumber(
        "--stride", "Every so manieth float; 1 for all, which takes minutes for each function.", 1, 1, 1_000_000);

    private readonly Option<int> _pairs = Choice.WholeNumber(
        "--pairs", "How many million pairs of floats for each function of two inputs.", 10_000, 1, 1_000_000);

    private readonly Option<int> _samples = Choice.WholeNumber("--samples", HowMany, 250_000_000, 1, int.MaxValue);

    private readonly Option<int> _samplesForBounds = Choice.WholeNumber("--samples", HowMany, 150_000_000, 1, int.MaxValue);

    private readonly Option<int> _samplesOfEach = Choice.WholeNumber(
        "--samples", "How many of each exponent of which not all are tried.", 1_000_000, 1, 100_000_000);

    private readonly Option<int> _seed = Choice.WholeNumber("--seed", "Other numbers of the same kind.", 1, 0, int.MaxValue);

    public RootCommand Command(Func<Job, IReadOnlyList<Operation>, int> run)
    {
        var floats = new Command("floats", "Every float, through every call and at every vector width: all must be the nearest.")
        {
            _functions, _stride, _pairs, _seed,
        };
        floats.SetAction(parsed => Run(
            parsed, Job.Floats(parsed.GetValue(_stride), parsed.GetValue(_pairs) * 1_000_000L, parsed.GetValue(_seed))));
        var doubles = new Command("doubles", "Doubles through CorrectlyRounded: all must be the nearest.") { _functions, _samples, _seed };
        doubles.SetAction(parsed => Run(parsed, Job.Doubles(parsed.GetValue(_samples), parsed.GetValue(_seed))));
        var bounds = new Command(
            "bounds", "Doubles through Elementary, at every vector width: all must be within the declared bound. Prints the largest error.")
        {
            _functions, _samplesForBounds, _seed,
        };
        bounds.SetAction(parsed => Run(parsed, Job.Bounds(parsed.GetValue(_samplesForBounds), parsed.GetValue(_seed))));
        var powers = new Command(
            "powers",
            "Powers that are numbers, or the middle between two, through CorrectlyRounded: all whose exponent or denominator is 4 or more, "
                + "so many random ones of each other exponent, and those of floats.")
        {
            _samplesOfEach, _seed,
        };
        powers.SetAction(parsed =>
        {
            var pow = Operation.Functions.Single(function => function.Name == "pow");
            int seed = parsed.GetValue(_seed);
            return Math.Max(run(Job.Powers(parsed.GetValue(_samplesOfEach), seed), [pow]), run(Job.SinglePowers(seed), [pow]));
        });
        return new RootCommand(
            "Checks results against double-double arithmetic, and where that cannot decide, exact arithmetic. Of eight doubles six are "
                + "evenly spaced in their bit patterns where results differ, with both signs, one is an ordinary argument, one has any "
                + "bits. Exits with 1 if a result is not what it should be.")
        {
            floats, doubles, bounds, powers,
        };

        int Run(ParseResult parsed, Job job) => run(job, parsed.GetValue(_functions).Or(Operation.Functions));
    }
}
