namespace Kernels.Cli.Measuring;

/// <summary>One of the evaluations that are timed against one another.</summary>
/// <param name="evaluation">The call that evaluates so many points, made ready: nothing but the evaluation is timed.</param>
/// <param name="clock">What it is timed by.</param>
/// <param name="isAlone">Whether the calling thread does all of it.</param>
internal sealed class Contender(Func<int, Action> evaluation, TimeProvider clock, bool isAlone = false)
{
    /// <summary>Enough for any clock, and little enough for a machine to be quiet for so long.</summary>
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMicroseconds(200);

    /// <summary>A call that takes as long needs no more points: a whole block of a curve takes 4 ns a point then.</summary>
    private static readonly TimeSpan LongCall = TimeSpan.FromMilliseconds(4);

    /// <summary>Of the best time. A core whose other half is at work for somebody else takes 1.3 to 1.7 times as long.</summary>
    private const double Undisturbed = 1.1;

    /// <summary>Looks in a row: the first may have to wake threads, or to compile.</summary>
    private const int Looks = 3;

    private Action _call = evaluation(1);
    private int _points = 1;
    private int _calls = 1;
    private TimeSpan _best = TimeSpan.MaxValue;
    private int _turns;
    private int _turnsWithHelp;

    /// <summary>Whether one thread does all of it.</summary>
    public bool IsAlone => isAlone;

    /// <summary>The fastest call of all.</summary>
    public Measurement Best => new(_points, _best.TotalSeconds / _calls);

    /// <summary>Whether threads of the pool have worked meanwhile. What is too short for them is left to the calling thread.</summary>
    /// <remarks>The pool may have other work now and then, but not in most turns.</remarks>
    public bool HadHelp => 2 * _turnsWithHelp > _turns;

    /// <summary>Finds how many points to evaluate in a call, and how many calls to time at once.</summary>
    public void FindSize(int mostPoints, CancellationToken token)
    {
        while (_points < mostPoints && TimeCalls(token) < LongCall)
            Resize((int)Math.Min(2L * _points, mostPoints), 1);
        while (TimeCalls(token) < ShortestLook)
            _calls *= 2;
    }

    /// <summary>Takes the size of another one.</summary>
    public void TakeSizeOf(Contender other) => Resize(other._points, other._calls);

    /// <summary>Times the calls, and keeps the time if it is the best.</summary>
    /// <returns>Whether nothing has disturbed it: it was, nearly, as fast as ever.</returns>
    public bool TakeTurn(CancellationToken token)
    {
        long workItems = ThreadPool.CompletedWorkItemCount;
        TimeSpan time = TimeCalls(token);
        _best = Min(_best, time);
        _turns++;
        _turnsWithHelp += ThreadPool.CompletedWorkItemCount > workItems ? 1 : 0;
        return time <= Undisturbed * _best;
    }

    private void Resize(int points, int calls) => (_call, _points, _calls) = (evaluation(points), points, calls);

    private TimeSpan TimeCalls(CancellationToken token)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int look = 0; look < Looks; look++)
        {
            token.ThrowIfCancellationRequested();
            long start = clock.GetTimestamp();
            for (int i = 0; i < _calls; i++)
                _call();
            best = Min(best, clock.GetElapsedTime(start));
        }

        return best;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
