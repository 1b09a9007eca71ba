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
        double ordinary = reference.Nearest(0.5);
        double hard = Hard(declared, correct).First(x => declared.Evaluate(x)[0][0] != reference.Nearest(x));
        foreach (int length in (int[])[1, 9, Strip.Length, (2 * Strip.Length) + 5])
        {
            double[] expected = new double[length], input = new double[length], actual = new double[length];
            for (int place = 0; place < length; place++)
            {
                Array.Fill(input, 0.5);
                Array.Fill(expected, ordinary);
                input[place] = hard;
                expected[place] = reference.Nearest(hard);
                correct.Run(input, actual, [], new ForcedWidth(bits));
                BitsAssert.Equal<double>(expected, actual, $"{name} at {place} of {length}");
                correct.Run(input, input, [], new ForcedWidth(bits));
                BitsAssert.Equal<double>(expected, input, $"{name} in place at {place} of {length}");
            }
        }
    }

    private static double[] Hard(Operation<double> declared, Operation<double> correct)
    {
        double[] inputs = Inputs.Uniform(200_000, 100);
        double[][] results = [declared.Evaluate(inputs)[0], correct.Evaluate(inputs)[0]];
        return
        [
            .. ReferenceFunction.Of(declared.Name).HardCases.Select(point => point.X).Where(double.IsNormal),
            .. inputs.Where((_, i) => results[0][i] != results[1][i]),
        ];
    }
}
