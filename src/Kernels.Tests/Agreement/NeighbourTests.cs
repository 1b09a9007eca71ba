using System.Numerics;

namespace Kernels.Tests.Agreement;

/// <summary>An element's bits depend on that element alone.</summary>
public abstract class NeighbourTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IEnumerable<TheoryDataRow<string>> Names => Operations.Names<T>();

    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths => Operations.NamesAnd<T>(ForcedWidth.All);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Neighbours_place_and_length_change_nothing(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        T[] elements =
        [
            .. Inputs.Mixed<T>(40, seed: 7), Inputs.Far<T>(), .. Inputs.Of<T>(-0.0, double.NaN, 1048576, 0.5, -Inputs.MirroredSteps),
        ];
        T[] neighbours = [Inputs.Far<T>(), T.Epsilon, .. Inputs.Of<T>(1, 0.25, double.NaN, -0.0, double.PositiveInfinity)];
        foreach (T element in elements)
        {
            T[][] alone = operation.Evaluate([element], bits);
            foreach (T neighbour in neighbours)
            {
                for (int place = 0; place < 19; place++)
                {
                    var input = new T[19];
                    Array.Fill(input, neighbour);
                    input[place] = element;
                    T[][] among = operation.Evaluate(input, bits);
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
        var operation = Operations.Named<T>(name);
        foreach (T element in Inputs.SpecialOf<T>())
        {
            T[][] alone = operation.Evaluate([element], 64);
            T[] alike = new T[131], mixed = new T[131];
            Array.Fill(alike, element);
            Array.Fill(mixed, element);
            mixed[17] = Inputs.Far<T>();
            T[][] amongAlike = operation.Evaluate(alike, bits), amongMixed = operation.Evaluate(mixed, bits);
            for (int i = 0; i < operation.Outputs; i++)
            {
                for (int place = 0; place < alike.Length; place++)
                {
                    BitsAssert.Equal(alone[i][0], amongAlike[i][place], $"{name} of {element} at {place} among its kind");
                    if (place != 17)
                        BitsAssert.Equal(alone[i][0], amongMixed[i][place], $"{name} of {element} at {place} beside a large one");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_permutation_of_the_input_permutes_the_output(string name)
    {
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.Mixed<T>(4001, seed: 3);
        int[] order = [.. Enumerable.Range(0, input.Length)];
        new Random(4).Shuffle(order);
        T[][] straight = operation.Evaluate(input), shuffled = operation.Evaluate([.. order.Select(i => input[i])]);
        for (int output = 0; output < operation.Outputs; output++)
            BitsAssert.Equal([.. order.Select(i => straight[output][i])], shuffled[output], name);
    }
}

public class DoubleNeighbourTests : NeighbourTests<double>;

public class SingleNeighbourTests : NeighbourTests<float>;
