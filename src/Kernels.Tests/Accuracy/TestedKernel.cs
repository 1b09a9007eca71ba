using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The kernel of doubles of a function of one input with one result, by its name.</summary>
internal abstract class TestedKernel
{
    private static readonly TestedKernel[] All =
    [
        new TestedKernel<OnCircle<Sine>, Proved>("Sin", _ => []), new TestedKernel<OnCircle<Cosine>, Proved>("Cos", _ => []),
        OfExponential<Exp>(), OfExponential<Exp2>(), OfExponential<Exp10>(), OfExponential<ExpM1>(),
        OfLogarithm<Log>(), OfLogarithm<Log2>(), OfLogarithm<Log10>(), OfLogarithm<LogP1>(),
        new TestedKernel<CubeRoot, DerivedCubeRoot>("Cbrt", _ => []),
    ];

    /// <summary>Those that have arguments of their own.</summary>
    public static IEnumerable<string> Names =>
        All.Where(kernel => kernel.Inputs(1).Length > 0).Select(kernel => kernel.Reference.Name);

    public abstract ReferenceFunction Reference { get; }

    public double ErrorBoundInUlp => FunctionTable.All.Single(function => function.Name == Reference.Name).ErrorBoundInUlp;

    public static TestedKernel Named(string name) => All.Single(kernel => kernel.Reference.Name == name);

    /// <summary>Everything that is tried in every run of the tests.</summary>
    public abstract double[] Inputs(int count);

    /// <summary>Whether all these are ordinary.</summary>
    public abstract bool IsNear(params double[] arguments);

    /// <summary>On lanes of each width; all must agree to the bit.</summary>
    public abstract (double First, double Second)[] Run<TRun>(double[] inputs) where TRun : struct, IKernelRun;

    /// <summary>The ordinary ones.</summary>
    public double[] Near(double[] inputs) => [.. inputs.Where(x => IsNear(x))];

    private static TestedKernel<Exponential<T>, ProvedExponential<T>> OfExponential<T>()
        where T : struct, IExponential => new(typeof(T).Name, count => KernelInputs.OfExponential<T>(typeof(T).Name, count));

    private static TestedKernel<Logarithm<T>, ProvedLogarithm> OfLogarithm<T>()
        where T : struct, ILogarithm => new(typeof(T).Name, count => KernelInputs.OfLogarithm<T>(typeof(T).Name, count));
}

/// <summary>The same with its type.</summary>
internal sealed class TestedKernel<TKernel, TProof>(string name, Func<int, double[]> inputs) : TestedKernel
    where TKernel : struct, ICorrectFunction
    where TProof : struct, IRoundingTest
{
    public override ReferenceFunction Reference { get; } = ReferenceFunction.Of(name);

    public override double[] Inputs(int count) => inputs(count);

    public override bool IsNear(params double[] arguments)
    {
        Double1<Near> range = TKernel.NothingNoted<Double1<Near>>();
        foreach (double x in arguments)
            (_, _, _, range) = TKernel.Begin(x, default, range, TKernel.ConstantsOfBegin<Double1<Near>>());
        return TKernel.IsNear(range);
    }

    public override (double First, double Second)[] Run<TRun>(double[] inputs)
    {
        var results = TRun.IsNear ? On<Double1<Near>, TRun>(inputs) : On<Double1<Whole>, TRun>(inputs);
        Compare(TRun.IsNear ? On<Double2<Near>, TRun>(inputs) : On<Double2<Whole>, TRun>(inputs), 2);
        Compare(TRun.IsNear ? On<Double4<Near>, TRun>(inputs) : On<Double4<Whole>, TRun>(inputs), 4);
        Compare(TRun.IsNear ? On<Double8<Near>, TRun>(inputs) : On<Double8<Whole>, TRun>(inputs), 8);
        if (typeof(TRun) == typeof(AnyArgument))
        {
            // Within a user's function NaN may stand for what is not ordinary.
            var near = On<Double4<Near>, TRun>(inputs);
            Compare([.. near.Select((pair, i) => double.IsNaN(pair.First) && !IsNear(inputs[i]) ? results[i] : pair)], -4);
        }

        return results;

        void Compare((double First, double Second)[] others, int lanes)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                string what = $"{Reference.Name}({HardCases.Hex(inputs[i])}) on {lanes} lanes";
                BitsAssert.Equal(results[i].First, others[i].First, what);
                BitsAssert.Equal(results[i].Second, others[i].Second, what);
            }
        }
    }

    private static unsafe (double First, double Second)[] On<V, TRun>(double[] inputs)
        where V : struct, ILanes<V>
        where TRun : struct, IKernelRun
    {
        var results = new (double First, double Second)[inputs.Length];
        double* lanes = stackalloc double[V.Count], firsts = stackalloc double[V.Count], seconds = stackalloc double[V.Count];
        for (int i = 0; i < inputs.Length; i += V.Count)
        {
            int count = Math.Min(V.Count, inputs.Length - i);
            for (int j = 0; j < V.Count; j++)
                lanes[j] = inputs[i + Math.Min(j, count - 1)];
            var (first, second) = TRun.Evaluate<V, TKernel, TProof>(V.Load(lanes));
            V.Store(V.CanonicalizeNaN(first), firsts);
            V.Store(V.CanonicalizeNaN(second), seconds);
            for (int j = 0; j < count; j++)
                results[i + j] = (firsts[j], seconds[j]);
        }

        return results;
    }
}
