using System.Numerics;
using System.Runtime.CompilerServices;
using Kernels.Functions;

namespace Kernels.Tests.Contract;

/// <summary>What the contract adds where there are two inputs: either with the destination, with the other, and as one number.</summary>
public abstract class PairContractTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Untouched = T.CreateTruncating(12345.678);

    private static readonly int[] Lengths = [0, 1, 3, 7, 8, 9, 16, 31, 64, 257, 512, 513, 1031];

    private static Operation<T>[] OfPairs => [.. Operations.All<T>().Where(operation => operation.InputCount == 2)];

    public static IEnumerable<TheoryDataRow<string>> Names => OfPairs.Select(operation => new TheoryDataRow<string>(operation.Name));

    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths =>
        from operation in OfPairs from bits in ForcedWidth.All select new TheoryDataRow<string, int>(operation.Name, bits);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void The_destination_may_be_either_input(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        var width = new ForcedWidth(bits);
        foreach (int length in Lengths)
        {
            T[] x = Inputs.Mixed<T>(length, seed: 70), y = operation.Other(x), expected = operation.Evaluate(x, y)[0];
            T[] inPlace = [.. x];
            operation.Run(inPlace, y, inPlace, [], width);
            BitsAssert.Equal(expected, inPlace, $"{name} in the first input's place, length {length}");
            inPlace = [.. y];
            operation.Run(x, inPlace, inPlace, [], width);
            BitsAssert.Equal(expected, inPlace, $"{name} in the second input's place, length {length}");

            expected = operation.Evaluate(x, x)[0];
            inPlace = [.. x];
            operation.Run(inPlace, inPlace, inPlace, [], width);
            BitsAssert.Equal(expected, inPlace, $"{name} in the place of both, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_may_overlap_one_another_in_any_way(string name)
    {
        var operation = Operations.Named<T>(name);
        T[] numbers = Inputs.Mixed<T>(700, seed: 71), actual = new T[300];
        for (int offset = 0; offset <= 310; offset++)
        {
            T[] x = numbers[..300], y = numbers[offset..(offset + 300)], expected = operation.Evaluate(x, y)[0];
            operation.Run(numbers.AsSpan(0, 300), numbers.AsSpan(offset, 300), actual, []);
            BitsAssert.Equal(expected, actual, $"{name}, {offset} elements apart");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Overlap_of_the_destination_with_either_input_is_refused_before_the_first_write(string name)
    {
        var operation = Operations.Named<T>(name);
        const int Length = 40;
        for (int offset = -Length - 2; offset <= Length + 2; offset++)
        {
            foreach (bool withSecond in (bool[])[false, true])
            {
                T[] buffer = Filled(200), apart = Filled(Length);
                string? refused = Refused(() =>
                {
                    // Longer than the input: only the part that is written counts.
                    Span<T> input = buffer.AsSpan(80, Length), destination = buffer.AsSpan(80 + offset, Length + 5);
                    operation.Run(withSecond ? apart : input, withSecond ? input : apart, destination, []);
                });
                CheckRefusal(offset != 0 && Math.Abs(offset) < Length, refused, buffer, apart);
                foreach (var form in operation.NumberForms)
                {
                    buffer = Filled(200);
                    refused = Refused(() => form.Run(buffer.AsSpan(80, Length), T.One, buffer.AsSpan(80 + offset, Length + 5)));
                    CheckRefusal(offset != 0 && Math.Abs(offset) < Length, refused, buffer);
                }
            }
        }

        // In the place of one input and across the other.
        T[] both = Filled(100);
        CheckRefusal(true, Refused(() => operation.Run(both.AsSpan(0, 50), both.AsSpan(10, 50), both.AsSpan(0, 50), [])), both);
        CheckRefusal(true, Refused(() => operation.Run(both.AsSpan(0, 50), both.AsSpan(10, 50), both.AsSpan(10, 50), [])), both);

        static void CheckRefusal(bool isExpected, string? refused, params T[][] untouched)
        {
            Assert.Equal(isExpected ? "destination" : null, refused);
            if (isExpected)
                Assert.All(untouched.SelectMany(array => array), value => Assert.Equal(Untouched, value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_of_different_lengths_are_refused_by_name_before_the_first_write(string name)
    {
        var operation = Operations.Named<T>(name);
        foreach (var (length, other) in ((int, int)[])[(0, 1), (1, 0), (19, 20), (20, 19), (20, 0), (8, 512), (512, 8)])
        {
            T[] destination = Filled(600);
            Assert.Equal("y", Refused(() => operation.Run(new T[length], new T[other], destination, [])));
            Assert.Equal("y", Refused(() => operation.Run(new T[length], new T[other], destination, [], new ParallelOptions())));
            Assert.All(destination, value => Assert.Equal(Untouched, value));
        }

        var refused = Assert.Throws<ArgumentException>(() => operation.Run(new T[3], new T[5], new T[9], []));
        Assert.Contains("3 and 5 elements", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void A_number_gives_the_bits_of_as_many_equal_elements(string name, int bits)
    {
        var operation = Operations.Named<T>(name);
        var width = new ForcedWidth(bits);
        T[] numbers = [.. Inputs.SpecialOf<T>().Where((_, i) => i % 4 == 0), T.NaN, T.Zero, T.One, T.PositiveInfinity];
        foreach (T number in numbers)
        {
            foreach (int length in Lengths)
            {
                T[] x = Inputs.Mixed<T>(length, seed: 72), filled = new T[length];
                Array.Fill(filled, number);
                foreach (var form in operation.NumberForms)
                {
                    T[] expected = (form.IsFirst ? operation.Evaluate(filled, x) : operation.Evaluate(x, filled))[0];
                    T[] actual = Filled(length + 3);
                    form.RunAtWidth(x, number, actual, width);
                    Check(expected, actual, "apart");
                    actual = Filled(length + 3);
                    form.Run(x, number, actual);
                    Check(expected, actual, "on the calling thread");
                    actual = [.. x];
                    form.RunAtWidth(actual, number, actual, width);
                    Check(expected, actual, "in place");
                }
            }

            void Check(T[] expected, T[] actual, string where)
            {
                BitsAssert.Equal<T>(expected, actual.AsSpan(0, expected.Length), $"{name} of {number}, length {expected.Length}, {where}");
                Assert.All(actual[expected.Length..], value => Assert.Equal(Untouched, value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_serves_all_threads(string name)
    {
        var operation = Operations.Named<T>(name);
        foreach (int length in (int[])[0, 1, 1023, 5000, Threading.PartitionerTests.Length])
        {
            T[] x = Inputs.Mixed<T>(length, seed: 73), filled = new T[length];
            T number = T.CreateTruncating(3.25);
            Array.Fill(filled, number);
            foreach (var form in operation.NumberForms)
            {
                T[] expected = (form.IsFirst ? operation.Evaluate(filled, x) : operation.Evaluate(x, filled))[0], actual = new T[length];
                foreach (int threads in (int[])[1, 3, -1])
                {
                    Array.Clear(actual);
                    form.RunInParallel(x, number, actual, Threading.PartitionerTests.Threads(threads));
                    BitsAssert.Equal(expected, actual, $"{name} of a number on {threads} threads");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_a_number_too_a_short_destination_and_missing_options_are_refused(string name)
    {
        foreach (var form in Operations.Named<T>(name).NumberForms)
        {
            T[] destination = Filled(19);
            Assert.Equal("destination", Refused(() => form.Run(new T[20], T.One, destination)));
            Assert.Equal("destination", Refused(() => form.RunInParallel(new T[20], T.One, destination, new ParallelOptions())));
            Assert.Equal("options", Refused(() => form.RunInParallel(new T[19], T.One, destination, null!)));
            form.Run([], T.One, destination);
            form.Run([], T.One, []);
            Assert.All(destination, value => Assert.Equal(Untouched, value));
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Nothing_outside_the_spans_is_read_or_written(string name, int bits)
    {
        if (!GuardedMemory.IsSupported)
            Assert.Skip("Guard pages are set up with mmap.");
        var operation = Operations.Named<T>(name);
        using GuardedMemory first = new(), second = new(), results = new();
        foreach (int length in (int[])[1, 2, 3, 7, 8, 9, 15, 17, 63, 65, 257, first.Capacity<T>()])
        {
            T[] x = Inputs.Mixed<T>(length, seed: 74), y = operation.Other(x), expected = operation.Evaluate(x, y)[0];
            foreach (bool before in (bool[])[true, false])
            {
                Span<T> placedX = Place(first, length, before), placedY = Place(second, length, before), u = Place(results, length, before);
                x.CopyTo(placedX);
                y.CopyTo(placedY);
                operation.Run(placedX, placedY, u, [], new ForcedWidth(bits));
                BitsAssert.Equal<T>(expected, u, $"{name} beside a guard page");
                operation.Run(placedX, placedY, placedY, [], new ForcedWidth(bits));
                BitsAssert.Equal<T>(expected, placedY, $"{name} in place beside a guard page");
            }
        }
    }

    // Of both forms, and not where an input is replaced.
    [Fact]
    public void Results_go_past_the_caches_above_the_threshold()
    {
        if (Streaming.Threshold > 512 << 20)
            Assert.Skip("The arrays would be too large.");
        int above = (int)(Streaming.Threshold / Unsafe.SizeOf<T>()) + 1;
        T[] x = new T[above], y = new T[above], u = new T[above];
        Assert.Equal((true, false), (Streams(x, y, u), Streams(x.AsSpan(1), y.AsSpan(1), u)));
        Assert.Equal((false, false), (Streams(x, y, x), Streams(x, y, y)));

        static bool Streams(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> u)
        {
            var recorder = new Recorder([]);
            if (typeof(T) == typeof(double))
                Driver.EvaluateOfTwo(default(TableBody<Hypotenuse, Declared>), x, y, u, recorder);
            else
                Driver.EvaluateOfTwo(default(TableBody<SingleHypotenuse, Declared>), x, y, u, recorder);
            return recorder.Streams.Single();
        }
    }

    [Fact]
    public void Streamed_results_have_the_same_bits_and_nothing_else_is_written()
    {
        if (typeof(T) == typeof(double))
            CheckStreamed<TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>>("CorrectHypot");
        else
            CheckStreamed<TableBody<SingleHypotenuse, Declared>>("Hypot");
    }

    private static unsafe void CheckStreamed<TBody>(string name)
        where TBody : struct, IBody
    {
        T[] x = Inputs.Mixed<T>(1999, seed: 75), y = Inputs.Partners<T>(x), expected = Operations.Named<T>(name).Evaluate(x, y)[0];
        foreach (int length in (int[])[0, 1, 7, 9, 64, 255, 257, 513, 1999])
        {
            for (int offset = 0; offset <= CacheLine.Length<T>(); offset++)
            {
                T[] direct = Filled(length + 20), staged = Filled(length + 20);
                fixed (T* first = x, second = y, u = &direct[offset], v = &staged[offset])
                {
                    var columns = new DirectColumns<T> { First = first, Second = second, Third = u, Stream = true };
                    new ForcedWidth(512).Run(new DirectLoop<TBody, T>(default, &columns), length);
                    RawColumn[] any = [RawColumn.Of(first), RawColumn.Of(second), RawColumn.Of(v)];
                    fixed (RawColumn* p = any)
                        new ForcedWidth(128).Run(new StagedLoop<TBody, T>(default, p, streams: true), length);
                }

                foreach (T[] actual in (T[][])[direct, staged])
                {
                    BitsAssert.Equal<T>(expected.AsSpan(0, length), actual.AsSpan(offset, length), $"{length} elements at {offset}");
                    Assert.All([.. actual[..offset], .. actual[(offset + length)..]], value => Assert.Equal(Untouched, value));
                }
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

    /// <summary>Runs nothing: it only notes whether results were to go past the caches.</summary>
    private readonly struct Recorder(List<bool> streams) : IRunner
    {
        public List<bool> Streams => streams;

        public void Run<TLoop>(TLoop loop, long count)
            where TLoop : struct, ILoop => streams.Add((bool)typeof(TLoop).GetProperty("Streams")!.GetValue(loop)!);
    }
}

public class DoublePairContractTests : PairContractTests<double>;

public class SinglePairContractTests : PairContractTests<float>;
