using System.Numerics;

namespace Kernels.Tests.Threading;

/// <summary>The same bits on any number of threads.</summary>
public abstract class ParallelAgreementTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndThreads => Operations.NamesAnd<T>(1, 2, 3, 7, -1);

    [Theory]
    [MemberData(nameof(NamesAndThreads))]
    public void Parallel_equals_sequential(string name, int threads)
    {
        var operation = Operations.Named<T>(name);
        foreach (int length in (int[])[0, 1, 7, 100, 1023, 1024, 5000, PartitionerTests.Length])
        {
            T[] input = Inputs.Mixed<T>(length, seed: 21), first = new T[length], second = new T[length];
            T[][] expected = operation.Evaluate(input);
            operation.Run(input, first, second, PartitionerTests.Threads(threads));
            BitsAssert.Equal(expected[0], first, $"{name} on {threads} threads");
            if (operation.Outputs == 2)
                BitsAssert.Equal(expected[1], second, $"{name} on {threads} threads");
        }
    }
}

public class DoubleParallelAgreementTests : ParallelAgreementTests<double>;

public class SingleParallelAgreementTests : ParallelAgreementTests<float>;
