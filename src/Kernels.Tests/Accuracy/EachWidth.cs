using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>A way through a kernel, with two results.</summary>
internal interface ILanesRun
{
    /// <summary>Whether it is for arguments of the fast path, on near lanes.</summary>
    static virtual bool IsNear => false;

    /// <summary>Whether it is for near lanes as well as for whole ones.</summary>
    static virtual bool IsForBoth => false;

    static abstract (V First, V Second) Evaluate<V>(V x) where V : struct, ILanes<V>;
}

/// <summary>Kernels on lanes of each width, which must agree to the bit.</summary>
internal static class EachWidth
{
    /// <summary>The results, NaN with the bits of all NaN.</summary>
    public static (double First, double Second)[] Run<TRun>(string name, double[] inputs)
        where TRun : struct, ILanesRun
    {
        var results = TRun.IsNear ? On<Double1<Near>, TRun>(inputs) : On<Double1<Whole>, TRun>(inputs);
        Compare(TRun.IsNear ? On<Double2<Near>, TRun>(inputs) : On<Double2<Whole>, TRun>(inputs), 2);
        Compare(TRun.IsNear ? On<Double4<Near>, TRun>(inputs) : On<Double4<Whole>, TRun>(inputs), 4);
        Compare(TRun.IsNear ? On<Double8<Near>, TRun>(inputs) : On<Double8<Whole>, TRun>(inputs), 8);
        if (TRun.IsForBoth)
            Compare(On<Double4<Near>, TRun>(inputs), -4);
        return results;

        void Compare((double First, double Second)[] others, int lanes)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                string what = $"{name}({HardCases.Hex(inputs[i])}) on {lanes} lanes";
                BitsAssert.Equal(results[i].First, others[i].First, what);
                BitsAssert.Equal(results[i].Second, others[i].Second, what);
            }
        }
    }

    private static unsafe (double First, double Second)[] On<V, TRun>(double[] inputs)
        where V : struct, ILanes<V>
        where TRun : struct, ILanesRun
    {
        var results = new (double First, double Second)[inputs.Length];
        double* lanes = stackalloc double[V.Count], firsts = stackalloc double[V.Count], seconds = stackalloc double[V.Count];
        for (int i = 0; i < inputs.Length; i += V.Count)
        {
            int count = Math.Min(V.Count, inputs.Length - i);
            for (int j = 0; j < V.Count; j++)
                lanes[j] = inputs[i + Math.Min(j, count - 1)];
            var (first, second) = TRun.Evaluate(V.Load(lanes));
            V.Store(V.CanonicalizeNaN(first), firsts);
            V.Store(V.CanonicalizeNaN(second), seconds);
            for (int j = 0; j < count; j++)
                results[i + j] = (firsts[j], seconds[j]);
        }

        return results;
    }
}
