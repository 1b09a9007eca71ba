using System.Numerics;
using System.Runtime.Intrinsics;
using Kernels.Reference;
using Kernels.Tests.Accuracy;

namespace Kernels.Tests.Agreement;

/// <summary>Elementary functions of vectors, lanes and numbers have the bits of those of spans.</summary>
public abstract class VectorTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IEnumerable<TheoryDataRow<string>> Names =>
        FunctionTable.All.Select(function => new TheoryDataRow<string>(function.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Scalars_vectors_and_lanes_give_the_bits_of_the_spans(string name)
    {
        T[] x = Arguments(name), y = Operations.Named<T>(name).Other(x);
        bool[] isServed = [.. x.Select((number, i) => IsServed(name, number, y.Length > 0 ? y[i] : T.Zero))];
        foreach (var call in Operations.Vectors<T>().Where(call => call.Name == name || call.Name == $"Correct{name}"))
        {
            var (first, second) = call.Evaluate(x, y);
            T[][] expected = Operations.Named<T>(call.Name).Evaluate(x, y), actual = [first, second];
            for (int output = 0; output < expected.Length; output++)
            {
                // Within a user's function NaN may stand for what is not ordinary.
                T[] served = [.. expected[output]];
                for (int i = 0; call.IsNear && i < served.Length; i++)
                    served[i] = T.IsNaN(actual[output][i]) && !isServed[i] ? T.NaN : served[i];
                BitsAssert.Equal(served, actual[output], $"{name} of {call.Argument}, output {output}");
            }
        }
    }

    [Fact]
    public void Sine_and_cosine_together_have_the_bits_of_each_alone()
    {
        T[] input = Arguments("SinCos");
        T[][] both = Operations.Named<T>("SinCos").Evaluate(input);
        BitsAssert.Equal(Operations.Named<T>("Sin").Evaluate(input)[0], both[0], "Sin beside SinCos");
        BitsAssert.Equal(Operations.Named<T>("Cos").Evaluate(input)[0], both[1], "Cos beside SinCos");
    }

    // What is public is called here: none of those that take numbers or vectors is left out.
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_call_of_numbers_and_vectors_is_tested(string name)
    {
        foreach (var (owner, prefix) in ((Type, string)[])[(typeof(Elementary), ""), (typeof(CorrectlyRounded), "Correct")])
        {
            var existing = owner.GetMethods()
                .Where(method => method.Name == name && !method.IsGenericMethod && method.ReturnType != typeof(void))
                .Select(method => method.GetParameters()[0].ParameterType)
                .Where(type => (type.IsGenericType ? type.GenericTypeArguments[0] : type) == typeof(T));
            var tested = Operations.Vectors<T>().Where(call => call.Name == prefix + name).Select(call => call.Argument)
                .Where(type => !type.Name.StartsWith("Double", StringComparison.Ordinal) || type == typeof(double));
            Assert.Equal(existing.Select(type => type.ToString()).Order(), tested.Select(type => type.ToString()).Order());
        }
    }

    // Those of all functions, and this one's own: ordinary and hard ones, and those where results are subnormal, infinite or vanish. The
    // first half is in no order, so that lanes differ in kind.
    private protected static T[] Arguments(string name)
    {
        var function = FunctionTable.All.Single(function => function.Name == name);
        Box ordinary = function.OrdinarySingles ?? function.Intervals[0], domain = function.Domain;
        List<Box> boxes = [.. function.Intervals, ordinary, new(2 * ordinary.From, 2 * ordinary.To)];
        if (function.SubnormalResults is Box subnormal)
            boxes.Add(subnormal);
        if (domain.To < double.MaxValue)
            boxes.AddRange([new(1.02 * domain.From, 0.98 * domain.From), new(0.98 * domain.To, 1.02 * domain.To)]);
        var random = new Random(17);
        T[] input = Inputs.AlsoSorted<T>(
        [
            .. Inputs.Mixed<T>(4096), .. Inputs.HardOf<T>(), .. Inputs.SpecialOf<T>(), .. Hard(name),
            .. boxes.SelectMany(box => Enumerable.Range(0, 512).Select(_ => box.From + ((box.To - box.From) * random.NextDouble())))
                .Select(T.CreateTruncating),
        ]);
        random.Shuffle(input.AsSpan(0, input.Length / 2));
        return input[..(input.Length & -Vector512<T>.Count)];
    }

    private static T[] Hard(string name)
    {
        var references = ReferenceFunction.All.Where(reference => reference.Name == name);
        return typeof(T) == typeof(double)
            ? [.. references.SelectMany(reference => reference.HardCases).Select(point => T.CreateTruncating(point.X))]
            : [.. references.SelectMany(reference => reference.HardSingles).Select(point => T.CreateTruncating(point.X))];
    }

    private protected static bool IsServed(string name, T x, T y)
    {
        double first = double.CreateTruncating(x), second = double.CreateTruncating(y);
        return name switch
        {
            "Hypot" => Math.ILogB((first * first) + (second * second)) is >= -840 and < 1020,
            "Pow" => double.IsNormal(first) && first > 0 && Math.Abs(second * Math.Log(first)) < 707,
            _ => TestedKernel.Named(name == "SinCos" ? "Sin" : name).IsNear(first),
        };
    }
}

public class DoubleVectorTests : VectorTests<double>
{
    [Theory]
    [InlineData("SinCos")]
    [InlineData("Log")]
    [InlineData("LogP1")]
    public void Arguments_that_near_lanes_do_not_serve_are_tried(string name) =>
        Assert.True(Arguments(name).Count(x => double.IsFinite(x) && !IsServed(name, x, 0)) > 100);

    [Fact]
    public void Pairs_that_near_lanes_do_not_serve_are_tried()
    {
        double[] x = Arguments("Hypot"), y = Operations.Named<double>("Hypot").Other(x);
        Assert.InRange(x.Zip(y).Count(pair => !IsServed("Hypot", pair.First, pair.Second)), 400, x.Length / 2);
    }

    [Fact]
    public void Results_of_every_kind_are_tried()
    {
        double[] results = Operations.Named<double>("Exp").Evaluate(Arguments("Exp"))[0];
        foreach (var isKind in (Func<double, bool>[])[double.IsSubnormal, double.IsPositiveInfinity, x => x == 0, double.IsNaN])
            Assert.InRange(results.Count(isKind), 40, results.Length / 2);
    }
}

public class SingleVectorTests : VectorTests<float>
{
    [Fact]
    public void Results_of_every_kind_are_tried()
    {
        float[] results = Operations.Named<float>("Exp").Evaluate(Arguments("Exp"))[0];
        foreach (var isKind in (Func<float, bool>[])[float.IsSubnormal, float.IsPositiveInfinity, x => x == 0, float.IsNaN])
            Assert.InRange(results.Count(isKind), 40, results.Length / 2);
    }
}
