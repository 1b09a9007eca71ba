namespace Kernels.Tests.Contract;

/// <summary>Functions and curves may be structs or classes, their body their own or an interface's. They may not be null.</summary>
public class UsersShapesTests
{
    private const int Length = 100_003;

    private const double Limit = 50;

    [Fact]
    public void Whatever_has_the_body_the_bits_are_the_same()
    {
        var expected = Results(new Owning(Limit), new Owning(Limit));
        Assert.Equal(24, expected.Length);
        Compare(Results(new Inheriting(Limit), new Inheriting(Limit)));
        Compare(Results(new Inheriting<string>(Limit, ""), new Inheriting<string>(Limit, "")));
        Compare(Results(new InheritingClass(Limit), new InheritingClass(Limit)));
        Compare(Results(new OwningClass(Limit), new OwningClass(Limit)));
        Compare(Results<IFunction, ICurve>(new Inheriting(Limit), new Inheriting(Limit)));
        Compare(Results<IFunction, ICurve>(new Owning(Limit), new Owning(Limit)));

        void Compare((string Name, Numbers Numbers)[] actual)
        {
            for (int i = 0; i < expected.Length; i++)
                expected[i].Numbers.AssertEqual(actual[i].Numbers, expected[i].Name);
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_an_element()
    {
        AssertNothing(new Owning(Limit), new Owning(Limit));
        AssertNothing(new Inheriting(Limit), new Inheriting(Limit));
        AssertNothing(new Inheriting<string>(Limit, ""), new Inheriting<string>(Limit, ""));
        AssertNothing(new InheritingClass(Limit), new InheritingClass(Limit));
        AssertNothing<IFunction, ICurve>(new Inheriting(Limit), new Inheriting(Limit));

        static void AssertNothing<TFunction, TCurve>(TFunction function, TCurve curve)
            where TFunction : IFunction
            where TCurve : ICurve
        {
            var numbers = new Numbers();
            foreach (var (name, isParallel, _, run) in Calls(function, curve))
            {
                // The helpers' share would escape the count.
                if (isParallel)
                    continue;
                // The runtime's cache of virtual methods grows now and then, hence the least of some calls.
                long allocated = long.MaxValue;
                for (int call = 0; call < 5; call++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    run(numbers);
                    allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                Assert.True(allocated < 1000, $"{name} with {typeof(TFunction).Name}: {allocated} bytes");
            }
        }
    }

    [Fact]
    public void Null_is_refused_before_anything_is_written()
    {
        AssertRefused(Calls<OwningClass, OwningClass>(null!, null!));
        AssertRefused(Calls<IFunction, ICurve>(null!, null!));

        static void AssertRefused((string Name, bool IsParallel, string Parameter, Action<Numbers> Run)[] calls)
        {
            Assert.Equal(24, calls.Length);
            foreach (var (name, _, parameter, run) in calls)
            {
                var numbers = new Numbers();
                Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(() => run(numbers)).ParamName);
                numbers.AssertEqual(new(), name);
            }
        }
    }

    private static (string Name, Numbers Numbers)[] Results<TFunction, TCurve>(TFunction function, TCurve curve)
        where TFunction : IFunction
        where TCurve : ICurve =>
        [.. Calls(function, curve).Select(call =>
        {
            var numbers = new Numbers();
            call.Run(numbers);
            return (call.Name, numbers);
        })];

    // All overloads.
    private static (string Name, bool IsParallel, string Parameter, Action<Numbers> Run)[] Calls<TFunction, TCurve>(TFunction f, TCurve c)
        where TFunction : IFunction
        where TCurve : ICurve
    {
        var all = new ParallelOptions();
        const double Start = -60, Step = 0.002;
        return
        [
            ("Apply", false, "function", n => Function.Apply(f, n.T, n.X)),
            ("Apply, floats", false, "function", n => Function.Apply(f, n.SingleT, n.SingleX)),
            ("Apply, parallel", true, "function", n => Function.Apply(f, n.T, n.X, all)),
            ("Apply, floats, parallel", true, "function", n => Function.Apply(f, n.SingleT, n.SingleX, all)),
            ("Sample", false, "function", n => Function.Sample(f, Start, Step, n.X)),
            ("Sample, floats", false, "function", n => Function.Sample(f, Start, Step, n.SingleX)),
            ("Sample, parallel", true, "function", n => Function.Sample(f, Start, Step, n.X, all)),
            ("Sample, floats, parallel", true, "function", n => Function.Sample(f, Start, Step, n.SingleX, all)),
            ("Sample from 7", false, "function", n => Function.Sample(f, Start, Step, 7, n.X)),
            ("Sample from 7, floats", false, "function", n => Function.Sample(f, Start, Step, 7, n.SingleX)),
            ("Sample from 7, parallel", true, "function", n => Function.Sample(f, Start, Step, 7, n.X, all)),
            ("Sample from 7, floats, parallel", true, "function", n => Function.Sample(f, Start, Step, 7, n.SingleX, all)),
            ("curve", false, "curve", n => Curve.Evaluate(c, n.T, n.X, n.Y)),
            ("curve, floats", false, "curve", n => Curve.Evaluate(c, n.SingleT, n.SingleX, n.SingleY)),
            ("curve, parallel", true, "curve", n => Curve.Evaluate(c, n.T, n.X, n.Y, all)),
            ("curve, floats, parallel", true, "curve", n => Curve.Evaluate(c, n.SingleT, n.SingleX, n.SingleY, all)),
            ("curve's Sample", false, "curve", n => Curve.Sample(c, Start, Step, n.X, n.Y)),
            ("curve's Sample, floats", false, "curve", n => Curve.Sample(c, Start, Step, n.SingleX, n.SingleY)),
            ("curve's Sample, parallel", true, "curve", n => Curve.Sample(c, Start, Step, n.X, n.Y, all)),
            ("curve's Sample, floats, parallel", true, "curve", n => Curve.Sample(c, Start, Step, n.SingleX, n.SingleY, all)),
            ("curve's Sample from 7", false, "curve", n => Curve.Sample(c, Start, Step, 7, n.X, n.Y)),
            ("curve's Sample from 7, floats", false, "curve", n => Curve.Sample(c, Start, Step, 7, n.SingleX, n.SingleY)),
            ("curve's Sample from 7, parallel", true, "curve", n => Curve.Sample(c, Start, Step, 7, n.X, n.Y, all)),
            ("curve's Sample from 7, floats, parallel", true, "curve", n => Curve.Sample(c, Start, Step, 7, n.SingleX, n.SingleY, all)),
        ];
    }

    // Arguments on both sides of the limit, some beyond the fast reductions, and destinations that hold −1.
    private sealed class Numbers
    {
        private static readonly double[] Arguments = Inputs.Mixed(Length, seed: 61);

        private static readonly float[] SingleArguments = Inputs.Mixed<float>(Length, seed: 61);

        public double[] T { get; } = Arguments;

        public double[] X { get; } = Filled(-1.0);

        public double[] Y { get; } = Filled(-1.0);

        public float[] SingleT { get; } = SingleArguments;

        public float[] SingleX { get; } = Filled(-1f);

        public float[] SingleY { get; } = Filled(-1f);

        public void AssertEqual(Numbers other, string name)
        {
            BitsAssert.Equal(X, other.X, name);
            BitsAssert.Equal(Y, other.Y, name);
            BitsAssert.Equal(SingleX, other.SingleX, name);
            BitsAssert.Equal(SingleY, other.SingleY, name);
        }

        private static T[] Filled<T>(T value)
        {
            var array = new T[Length];
            Array.Fill(array, value);
            return array;
        }
    }
}
