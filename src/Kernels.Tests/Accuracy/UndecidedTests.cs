using System.Collections.Concurrent;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>What is undecided is found wherever it is, and done again.</summary>
public class UndecidedTests
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths =>
        from reference in ReferenceFunction.All
        where FunctionTable.All.Any(function => function.Name == reference.Name)
        from bits in ForcedWidth.All
        select new TheoryDataRow<string, int>(reference.Name, bits);

    // Where the kernel by itself gives another double than the nearest, what is left out shows. Alone, and one among many.
    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void A_hard_argument_is_rounded_correctly_at_every_place(string name, int bits)
    {
        var reference = ReferenceFunction.Of(name);
        Operation<double> declared = Operations.Named<double>(name), correct = Operations.Named<double>($"Correct{name}");
        double ordinary = reference.Nearest(0.5, 0.75);
        var (hardX, hardY) = HardArguments.GetOrAdd(name, _ => Hard(declared, correct));
        foreach (int length in (int[])[1, 9, Strip.Length, (2 * Strip.Length) + 5])
        {
            double[] expected = new double[length], x = new double[length], y = new double[length], actual = new double[length];
            for (int place = 0; place < length; place++)
            {
                Array.Fill(x, 0.5);
                Array.Fill(y, 0.75);
                Array.Fill(expected, ordinary);
                (x[place], y[place]) = (hardX, hardY);
                expected[place] = reference.Nearest(hardX, hardY);
                correct.Run(x, y, actual, [], new ForcedWidth(bits));
                BitsAssert.Equal<double>(expected, actual, $"{name} at {place} of {length}");
                correct.Run(x, y, x, [], new ForcedWidth(bits));
                BitsAssert.Equal<double>(expected, x, $"{name} in place at {place} of {length}");
                if (correct.InputCount == 1)
                    continue;
                Array.Fill(x, 0.5);
                x[place] = hardX;
                correct.Run(x, y, y, [], new ForcedWidth(bits));
                BitsAssert.Equal<double>(expected, y, $"{name} in the second input's place at {place} of {length}");
            }
        }
    }

    private static readonly ConcurrentDictionary<string, (double X, double Y)> HardArguments = [];

    private static (double X, double Y) Hard(Operation<double> declared, Operation<double> correct)
    {
        double[] inputs = Inputs.Uniform(200_000, 100), others = correct.Other(inputs);
        double[][] results = [declared.Evaluate(inputs)[0], correct.Evaluate(inputs)[0]];
        (double X, double Y)[] hard =
        [
            .. ReferenceFunction.Of(declared.Name).HardCases.Where(point => double.IsNormal(point.X)),
            .. Enumerable.Range(0, inputs.Length).Where(i => results[0][i] != results[1][i])
                .Select(i => (inputs[i], others.Length == 0 ? 0 : others[i])),
        ];
        double[] x = [.. hard.Select(pair => pair.X)], y = [.. hard.Select(pair => pair.Y)];
        double[] byDeclared = declared.Evaluate(x, y)[0], byCorrect = correct.Evaluate(x, y)[0];
        return hard[Enumerable.Range(0, hard.Length).First(i => byDeclared[i] != byCorrect[i])];
    }
}
