using System.CommandLine;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Verify;

/// <summary>The command line.</summary>
internal sealed class Options
{
    private readonly Option<int> _stride = Choice.WholeNumber(
        "--stride", "Every so manieth float; 1 for all, which takes minutes.", 1, 1, 1_000_000);

    private readonly Option<int> _samples = Choice.WholeNumber(
        "--samples", "How many doubles; 1e9 may be written for a thousand millions.", 1_000_000_000, 1, int.MaxValue);

    private readonly Option<int> _seed = Choice.WholeNumber("--seed", "Other doubles of the same kind.", 1, 0, int.MaxValue);

    public RootCommand Command(Func<Job, int> run)
    {
        var floats = new Command("floats", "Sine and cosine of every float, both signs, through every call and at every vector width.")
        {
            _stride,
        };
        floats.SetAction(parsed => run(Job.Floats(parsed.GetValue(_stride))));
        var doubles = new Command(
            "doubles",
            "Sine and cosine of doubles with random bits, as many in each binade as in any other, through CorrectlyRounded.")
        {
            _samples, _seed,
        };
        doubles.SetAction(parsed => run(Job.Doubles(parsed.GetValue(_samples), parsed.GetValue(_seed))));
        return new RootCommand(
            "Checks that what is said to be correctly rounded is: against double-double arithmetic, and where that cannot decide, "
                + "exact arithmetic. Exits with 1 if something is not.")
        {
            floats, doubles,
        };
    }
}
