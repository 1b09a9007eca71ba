using System.Numerics;

namespace Kernels.Tests.Contract;

/// <summary>The contract of every span operation: shapes, overlap, what is written and what is not.</summary>
public abstract class SpanContractTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Untouched = T.CreateTruncating(12345.678);

    private const int LongestLength = 257;

    public static IEnumerable<TheoryDataRow<string>> Names => Operations.Names<T>();

    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths => Operations.NamesAnd<T>(ForcedWidth.All);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Every_length_writes_every_element_and_nothing_else(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.Mixed<T>(LongestLength, seed: 11);
        T[][] expected = operation.Evaluate(input);
        for (int length = 0; length <= LongestLength; length++)
        {
            T[] first = Filled(length + 40), second = Filled(length + 40);
            operation.Run(input.AsSpan(0, length), first.AsSpan(20, length + 10), second.AsSpan(20, length + 10), new ForcedWidth(bits));
            CheckWritten(expected, operation, first, second, length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Blocks_and_their_borders_are_seamless(string name)
    {
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.Mixed<T>(1100, seed: 12);
        T[][] expected = operation.Evaluate(input);
        foreach (int length in (int[])[505, 511, 512, 513, 519, 520, 521, 1023, 1024, 1025, 1033, 1100])
        {
            T[] first = Filled(length + 40), second = Filled(length + 40);
            operation.Run(input.AsSpan(0, length), first.AsSpan(20), second.AsSpan(20));
            CheckWritten(expected, operation, first, second, length);
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Either_destination_may_be_the_input(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        foreach (int length in (int[])[0, 1, 3, 7, 8, 9, 16, 31, 64, 257, 512, 513, 1031])
        {
            T[] input = Inputs.Mixed<T>(length, seed: 13);
            T[][] expected = operation.Evaluate(input);

            T[] inPlace = [.. input], other = new T[length];
            operation.Run(inPlace, inPlace, other, new ForcedWidth(bits));
            BitsAssert.Equal(expected[0], inPlace, $"{name} in place, length {length}");
            if (operation.Outputs == 1)
                continue;
            BitsAssert.Equal(expected[1], other, $"{name} beside in place, length {length}");

            inPlace = [.. input];
            operation.Run(inPlace, other, inPlace, new ForcedWidth(bits));
            BitsAssert.Equal(expected[0], other, $"{name} beside in place, length {length}");
            BitsAssert.Equal(expected[1], inPlace, $"{name} in place, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_other_overlap_with_the_input_is_refused_before_the_first_write(string name)
    {
        var operation = Operations.Named<T>(name);
        const int Length = 40;
        for (int output = 0; output < operation.Outputs; output++)
        {
            for (int offset = -Length - 2; offset <= Length + 2; offset++)
            {
                T[] buffer = Filled(200), apart = Filled(Length);
                int inputAt = 80, destinationAt = inputAt + offset;
                bool overlaps = offset != 0 && Math.Abs(offset) < Length;
                string? refused = Refused(() =>
                {
                    // Longer than the input, so that its rest may reach into it: only the part that is written counts.
                    Span<T> destination = buffer.AsSpan(destinationAt, Length + 5), input = buffer.AsSpan(inputAt, Length);
                    if (output == 0)
                        operation.Run(input, destination, apart);
                    else
                        operation.Run(input, apart, destination);
                });
                Assert.Equal(overlaps ? operation.DestinationNames[output] : null, refused);
                if (overlaps)
                    Assert.All([.. buffer, .. apart], value => Assert.Equal(Untouched, value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Destinations_must_not_overlap_one_another(string name)
    {
        var operation = Operations.Named<T>(name);
        if (operation.Outputs == 1)
            return;
        const int Length = 30;
        T[] input = new T[Length];
        for (int offset = -Length - 2; offset <= Length + 2; offset++)
        {
            T[] buffer = Filled(150);
            string? refused = Refused(() => operation.Run(input, buffer.AsSpan(50, Length + 5), buffer.AsSpan(50 + offset, Length + 5)));
            Assert.Equal(Math.Abs(offset) < Length ? operation.DestinationNames[1] : null, refused);
            if (refused is not null)
                Assert.All(buffer, value => Assert.Equal(Untouched, value));
        }

        // In place for both at once is an overlap of the destinations.
        Assert.Equal(operation.DestinationNames[1], Refused(() => operation.Run(input, input, input)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_short_destination_is_refused_by_name_before_the_first_write(string name)
    {
        var operation = Operations.Named<T>(name);
        T[] input = new T[20];
        for (int output = 0; output < operation.Outputs; output++)
        {
            foreach (int room in (int[])[0, 1, 19])
            {
                foreach (var options in (ParallelOptions?[])[null, new ParallelOptions()])
                {
                    T[] first = Filled(output == 0 ? room : 20), second = Filled(output == 1 ? room : 20);
                    string? refused = Refused(() =>
                    {
                        if (options is null)
                            operation.Run(input, first, second);
                        else
                            operation.Run(input, first, second, options);
                    });
                    Assert.Equal(operation.DestinationNames[output], refused);
                    Assert.All([.. first, .. second], value => Assert.Equal(Untouched, value));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Empty_input_does_nothing(string name)
    {
        T[] destination = Filled(3);
        var operation = Operations.Named<T>(name);
        operation.Run([], destination.AsSpan(0, 1), destination.AsSpan(1));
        operation.Run([], [], []);
        operation.Run([], destination.AsSpan(0, 1), destination.AsSpan(1), new ParallelOptions());
        Assert.All(destination, value => Assert.Equal(Untouched, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Missing_options_are_refused(string name)
    {
        T[] destination = Filled(3), other = Filled(3);
        ParallelOptions missing = null!;
        var refused = Assert.Throws<ArgumentNullException>(() => Operations.Named<T>(name).Run(new T[3], destination, other, missing));
        Assert.Equal("options", refused.ParamName);
        Assert.All(destination, value => Assert.Equal(Untouched, value));
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Nothing_outside_the_spans_is_touched(string name, int bits)
    {
        if (!GuardedMemory.IsSupported)
            Assert.Skip("Guard pages are set up with mmap.");
        var operation = Operations.Named<T>(name);
        using GuardedMemory input = new(), first = new(), second = new();
        int[] lengths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 257, input.Capacity<T>() - 1, input.Capacity<T>()];
        foreach (int length in lengths)
        {
            T[] values = Inputs.Mixed<T>(length, seed: 14);
            T[][] expected = operation.Evaluate(values);
            foreach (bool before in (bool[])[true, false])
            {
                Span<T> x = Place(input, length, before), y = Place(first, length, before), z = Place(second, length, before);
                values.CopyTo(x);
                operation.Run(x, y, z, new ForcedWidth(bits));
                BitsAssert.Equal(expected[0], y, $"{name} beside a guard page");
                if (operation.Outputs == 2)
                    BitsAssert.Equal(expected[1], z, $"{name} beside a guard page");
                operation.Run(x, x, z, new ForcedWidth(bits));
                BitsAssert.Equal(expected[0], x, $"{name} in place beside a guard page");
            }
        }
    }

    private static Span<T> Place(GuardedMemory memory, int length, bool before) =>
        before ? memory.BeforeGuard<T>(length) : memory.AfterGuard<T>(length);

    private static T[] Filled(int length)
    {
        var array = new T[length];
        Array.Fill(array, Untouched);
        return array;
    }

    private static void CheckWritten(T[][] expected, Operation<T> operation, T[] first, T[] second, int length)
    {
        T[][] actual = operation.Outputs == 1 ? [first] : [first, second];
        for (int output = 0; output < operation.Outputs; output++)
        {
            BitsAssert.Equal(expected[output].AsSpan(0, length), actual[output].AsSpan(20, length), $"{operation.Name} of length {length}");
            Assert.All([.. actual[output][..20], .. actual[output][(20 + length)..]], value => Assert.Equal(Untouched, value));
        }
    }

    // The parameter that an ArgumentException names; null if the call went through.
    private static string? Refused(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.ParamName;
        }
    }
}

public class DoubleSpanContractTests : SpanContractTests<double>;

public class SingleSpanContractTests : SpanContractTests<float>;
