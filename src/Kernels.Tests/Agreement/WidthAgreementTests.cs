using System.Numerics;

namespace Kernels.Tests.Agreement;

/// <summary>The same bits at every width.</summary>
public abstract class WidthAgreementTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths => Operations.NamesAnd<T>(ForcedWidth.All);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Every_width_gives_the_same_bits(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.AlsoSorted<T>(
            [.. Inputs.Mixed<T>(5003), .. Inputs.BitSpaced<T>(5003), .. Inputs.HardOf<T>(), .. Inputs.SpecialOf<T>()]);
        T[][] expected = operation.Evaluate(input), actual = operation.Evaluate(input, bits);
        for (int i = 0; i < operation.Outputs; i++)
            BitsAssert.Equal(expected[i], actual[i], $"{name} at {bits} bits");
    }
}

public class DoubleWidthAgreementTests : WidthAgreementTests<double>;

public class SingleWidthAgreementTests : WidthAgreementTests<float>;
