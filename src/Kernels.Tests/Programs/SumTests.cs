using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>Sums that one pass evaluates with their factors: which they are, and that each operation is rounded as it stands.</summary>
public class SumTests
{
    [Theory]
    [InlineData("13*a - 5*b - 2*c - a*4", 1)]
    [InlineData("a*-3 + b", 1)]
    [InlineData("a - 2*b", 1)]
    [InlineData("2 - 3*a", 1)]
    [InlineData("0*a - 0*b", 1)]
    [InlineData("a + (b - 2*c)", 1)]
    [InlineData("(a + b) - c", 1)]
    [InlineData("a + b + a + b + a + b + a + b + a + b", 1)]
    [InlineData("(a + 2*b) - (c - 3*a)", 2)]
    [InlineData("a - (b + c)", 2)]
    [InlineData("a - b*c", 2)]
    [InlineData("a + b", 1)]
    [InlineData("sqrt(a + 2*b) - 0.5*c", 3)]
    [InlineData("x = a + 2*b; y = x - 3*c", 1)]
    [InlineData("x = a - 3*c; y = a*a - (a - 3*c)", 3)]
    [InlineData("k = 3*a; x = k - b; y = k + b", 3)]
    [InlineData("d = a - b - c; x = d*d", 2)]
    [InlineData("x = 7*a - 7*b; y = 7*b - 7*a; z = -7*a - 7*b", 5)]
    public void Sums_have_the_bits_of_their_operations_in_as_few_passes_as_it_takes(string text, int passes)
    {
        var function = PureFunction.Parse("(a, b, c) -> " + text);
        Assert.Equal(passes, new Plan(function.Program).Passes.Length);
        double[] special = [.. Inputs.Special.Append(-0.0).Append(double.NaN).Distinct(), 0.1, -1.3, 7e300, -3e-310];
        double[] few = [0, -0.0, 1.7, -1e308, double.NaN];
        double[][] points = [.. from a in special from b in special from c in few select new[] { a, b, c }];
        double[][] expected = [.. points.Select(point => Interpreter.Evaluate(function.Program, point))];

        // Any number of vectors and of what is left over.
        int[] counts = [.. Enumerable.Range(1, 80), points.Length];
        foreach (int count in counts)
        {
            double[][] columns = [.. Enumerable.Range(0, 3).Select(i => points[^count..].Select(point => point[i]).ToArray())];
            double[][] results = [.. function.Outputs.Select(_ => new double[count])];
            function.Evaluate([.. columns.Select(column => (Column)column)], [.. results.Select(column => (Column)column)]);
            for (int result = 0; result < results.Length; result++)
            {
                double[] wanted = [.. expected[^count..].Select(values => values[result])];
                BitsAssert.Equal<double>(wanted, results[result], $"{text}, {count} elements, result {result}");
            }
        }
    }

    [Fact]
    public void Of_the_heart_one_pass_is_a_sum()
    {
        var heart = PureFunction.Parse("x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)");
        Operator[] passes = [.. new Plan(heart.Program).Passes.Select(pass => pass.Operator!.Value)];
        Assert.Single(passes, Operator.WeightedSum);
        Assert.DoesNotContain(Operator.Subtract, passes);
        Assert.Equal(4, passes.Count(pass => pass == Operator.Multiply));
    }

    [Fact]
    public unsafe void Constants_lie_in_cache_lines_that_stay_where_they_are()
    {
        var garbage = Enumerable.Range(0, 1000).Select(i => new byte[i]).ToArray();
        var plan = new Plan(PureFunction.Parse("t + 0.5*u").Program);
        double* first = plan.NumberVectors;
        GC.KeepAlive(garbage);
        garbage = null;
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.True(first == plan.NumberVectors && (nint)first % 64 == 0);
        Assert.Equal([0.5, 1], (double[])[first[0], first[8]]);
    }
}
