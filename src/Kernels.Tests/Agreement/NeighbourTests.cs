namespace Kernels.Tests.Agreement;

/// <summary>An element's bits depend on that element alone.</summary>
public class NeighbourTests
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths => WidthAgreementTests.NamesAndWidths;

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Neighbours_place_and_length_change_nothing(string name, int bits)
    {
        var operation = Operation.Named(name);
        double[] elements = [.. Inputs.Mixed(40, seed: 7), 1e300, -0.0, double.NaN, 1048576, 0.5, -Inputs.MirroredSteps];
        double[] neighbours = [1, 0.25, double.NaN, 1e300, -0.0, double.PositiveInfinity, double.Epsilon];
        foreach (double element in elements)
        {
            double[][] alone = operation.Evaluate([element], bits);
            foreach (double neighbour in neighbours)
            {
                for (int place = 0; place < 19; place++)
                {
                    var input = new double[19];
                    Array.Fill(input, neighbour);
                    input[place] = element;
                    double[][] among = operation.Evaluate(input, bits);
                    for (int i = 0; i < operation.Outputs; i++)
                        BitsAssert.Equal(alone[i][0], among[i][place], $"{name} of {element} at {place} among {neighbour}");
                }
            }
        }
    }

    // A strip is judged as a whole: one that has nothing but its own kind, or a single lane of another.
    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void A_strip_of_one_kind_gives_the_bits_of_one_element(string name, int bits)
    {
        var operation = Operation.Named(name);
        foreach (double element in Inputs.Special)
        {
            double[][] alone = operation.Evaluate([element], 64);
            double[] alike = new double[131], mixed = new double[131];
            Array.Fill(alike, element);
            Array.Fill(mixed, element);
            mixed[17] = 1e300;
            double[][] amongAlike = operation.Evaluate(alike, bits), amongMixed = operation.Evaluate(mixed, bits);
            for (int i = 0; i < operation.Outputs; i++)
            {
                for (int place = 0; place < alike.Length; place++)
                {
                    BitsAssert.Equal(alone[i][0], amongAlike[i][place], $"{name} of {element} at {place} among its kind");
                    if (place != 17)
                        BitsAssert.Equal(alone[i][0], amongMixed[i][place], $"{name} of {element} at {place} beside 1e300");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public void A_permutation_of_the_input_permutes_the_output(string name)
    {
        var operation = Operation.Named(name);
        double[] input = Inputs.Mixed(4001, seed: 3);
        int[] order = [.. Enumerable.Range(0, input.Length)];
        new Random(4).Shuffle(order);
        double[][] straight = operation.Evaluate(input), shuffled = operation.Evaluate([.. order.Select(i => input[i])]);
        for (int output = 0; output < operation.Outputs; output++)
            BitsAssert.Equal([.. order.Select(i => straight[output][i])], shuffled[output], name);
    }
}
