using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>Formulas given as texts, against a structure, a loop over <c>Math</c>, and passes over whole arrays.</summary>
internal static class Formulas
{
    private const int InCache = 4096;

    private static readonly ParallelOptions Options = new();

    public static IReadOnlyList<ScalingRow> Measure(int length, CancellationToken token)
    {
        List<ScalingRow> rows = [];
        foreach (var formula in Formula.All)
        {
            var function = PureFunction.Parse(formula.Text);
            foreach (int elements in (int[])[1, 64, InCache])
                rows.AddRange(Race(formula, function, elements, token));
        }

        // Elsewhere than in the caches: the heart alone.
        var heart = Formula.All[0];
        rows.AddRange(Race(heart, PureFunction.Parse(heart.Text), length, token));
        return rows;
    }

    private static IReadOnlyList<ScalingRow> Race(Formula formula, PureFunction function, int length, CancellationToken token)
    {
        var (t, x, y) = new Workload(Interval.Hundred.Sample(length), [], Precision.Double).Double;
        string of = $"{formula.Name}, {length} elements";
        List<(string Name, long Elements, Action Call)> entrants =
        [
            (of, length, () => Evaluate(function, t, x, y)),
            ($"{of}: structure over lanes", length, () => formula.ByStructure(t, x, y)),
            ($"{of}: loop over Math", length, () => formula.ByMath(t, x, y)),
            ($"{of}: TensorPrimitives, pass by pass", length, () => formula.ByTensors(t, x, y)),
        ];
        if (formula.Calls.Length > 0)
            entrants.Add(($"{of}: its elementary calls alone", length, CallsAlone));

        if (length > InCache)
        {
            entrants.Add(($"{of}: all cores", length, () => function.Evaluate(t, x, y, Options)));
            entrants.Add(($"{of}: the library's own curve", length, () => Curve.Evaluate(new HeartCurve(), t, x, y)));
            entrants.Add(($"{of}: the library's own curve, all cores", length, () => Curve.Evaluate(new HeartCurve(), t, x, y, Options)));
        }

        return Rows.Race(entrants, entrants.Skip(1).ToDictionary(entrant => entrant.Name, _ => of), token);

        void CallsAlone()
        {
            foreach (var call in formula.Calls)
                call(t, x, y);
        }
    }

    private static void Evaluate(PureFunction function, double[] t, double[] x, double[] y)
    {
        if (function.Outputs.Count == 1)
            function.Evaluate(t, x);
        else
            function.Evaluate(t, x, y);
    }
}
