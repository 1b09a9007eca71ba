using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests;

/// <summary>Arguments for the tests; every set is the same at every run.</summary>
internal static class Inputs
{
    /// <summary>
    /// Here −x·256/π is the number 1.5·2⁵² that the reduction adds to find the nearest integer, twice: the sum has the bits of a small
    /// one's, but for the sign.
    /// </summary>
    public const double MirroredSteps = 165802447313166.56;

    /// <summary>
    /// Where the fast reduction ends, or a careless test might take it to end: the last arguments that it takes, and others between the
    /// least and the largest argument that both reductions serve. The two give different bits there, if only now and then.
    /// </summary>
    public static readonly double[] Border =
    [
        HardCases.Hex("0x1.921fb48c51e5cp+17"), HardCases.Hex("-0x1.921fb48c51e5cp+17"),
        HardCases.Hex("0x1.96389daa72751p+17"), HardCases.Hex("-0x1.96389daa72751p+17"),
        HardCases.Hex("0x1.23e73085cf2bdp+19"), HardCases.Hex("-0x1.23e73085cf2bdp+19"),
    ];

    public static readonly double[] Special =
    [
        0.0, -0.0, double.NaN, -double.NaN,
        BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), BitConverter.UInt64BitsToDouble(0xFFFF_FFFF_FFFF_FFFF),
        double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon,
        BitConverter.UInt64BitsToDouble(0x000F_FFFF_FFFF_FFFF), BitConverter.UInt64BitsToDouble(0x0010_0000_0000_0000),
        Math.PI, -Math.PI, Math.PI / 2, Math.PI / 4, Math.BitIncrement(Math.PI / 4), Math.BitDecrement(Math.PI / 4),
        131072, 205887, -205887, 205888, -205888, 1048576, -1048576, MirroredSteps, -MirroredSteps, .. Border,
        1e300, -1e300, 1, -1, 0.5, 1e-300,
    ];

    /// <summary>Where the kernel for floats ends and the one for doubles begins, and on which side of it.</summary>
    public static readonly float[] SingleBorder =
    [
        SingleSineCosine.LargestArgument, -SingleSineCosine.LargestArgument,
        MathF.BitIncrement(SingleSineCosine.LargestArgument), -MathF.BitIncrement(SingleSineCosine.LargestArgument),
        MathF.BitDecrement(SingleSineCosine.LargestArgument), -MathF.BitDecrement(SingleSineCosine.LargestArgument),
    ];

    /// <summary>The special values of either precision.</summary>
    public static T[] SpecialOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(double) ? Of<T>(Special) :
        [
            .. Of<T>(Special), .. SingleBorder.Select(T.CreateTruncating),
            T.Epsilon, -T.Epsilon, T.BitDecrement(T.PositiveInfinity), T.BitIncrement(T.NegativeInfinity),
            FromBits<T>(0x7F80_0001), FromBits<T>(0xFFFF_FFFF), FromBits<T>(0x007F_FFFF), FromBits<T>(0x0080_0000),
            T.CreateTruncating(1e30), T.CreateTruncating(1e-30),
        ];

    /// <summary>An argument beyond all fast paths.</summary>
    public static T Far<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(typeof(T) == typeof(double) ? 1e300 : 1e30);

    /// <summary>Inputs, and once more in the order of their magnitudes: so there are whole strips of ordinary ones.</summary>
    public static T[] AlsoSorted<T>(params T[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. inputs, .. inputs.OrderBy(T.Abs)];

    /// <summary>
    /// A second argument for each first one, which depends on that alone: most of the same size, some special, some of any bits. That of
    /// NaN is 2. All by integers, so that no floating-point state matters.
    /// </summary>
    public static T[] Partners<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var partners = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
            partners[i] = Partner(x[i]);
        return partners;
    }

    private static T Partner<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong bits = BitsOf(x), sign = BitsOf(-T.Zero), infinity = BitsOf(T.PositiveInfinity), unit = infinity & (0 - infinity);
        if ((bits & ~sign) > infinity)
            return T.CreateTruncating(2);
        ulong hash = (bits + 1) * 0x9E37_79B9_7F4A_7C15;
        hash = (hash ^ hash >> 32) * 0xD6E8_FEB8_6659_FD93;
        hash ^= hash >> 32;
        T[] special = SpecialsFor<T>.All;
        switch (hash % 16)
        {
            case 0:
                return special[(int)(hash / 16 % (ulong)special.Length)];
            case 1:
                return FromBits<T>(hash & (sign | (sign - 1)));
            default:
                // Up to eight times as large or small.
                ulong magnitude = (bits & infinity) + (hash & (unit - 1)) + (hash / 16 % 7 * unit);
                magnitude = Math.Min(magnitude > 3 * unit ? magnitude - (3 * unit) : magnitude, infinity - 1);
                return FromBits<T>(magnitude | (hash << 8 & sign));
        }
    }

    private static class SpecialsFor<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static readonly T[] All = SpecialOf<T>();
    }

    /// <summary>Doubles, rounded to the precision.</summary>
    public static T[] Of<T>(params double[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. inputs.Select(T.CreateTruncating)];

    public static ulong BitsOf<T>(T value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        value is double number ? BitConverter.DoubleToUInt64Bits(number) : BitConverter.SingleToUInt32Bits((float)(object)value);

    public static T FromBits<T>(ulong bits)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(double)
            ? (T)(object)BitConverter.UInt64BitsToDouble(bits)
            : (T)(object)BitConverter.UInt32BitsToSingle((uint)bits);

    public static double[] BitSpaced(int count) => BitSpaced<double>(count);

    /// <summary>Finite numbers evenly spaced in their bit patterns, with alternating sign.</summary>
    public static T[] BitSpaced<T>(int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var inputs = new T[count];
        ulong step = BitsOf(T.PositiveInfinity) / (ulong)count;
        for (int i = 0; i < count; i++)
        {
            // The low bits would be the same everywhere without the odd multiplier.
            ulong bits = (step * (ulong)i) + (0x9E37_79B9_7F4A_7C15 * (ulong)(i + 1) % step);
            inputs[i] = (i & 1) == 0 ? FromBits<T>(bits) : -FromBits<T>(bits);
        }

        return inputs;
    }

    /// <summary>Uniform in [−range, range).</summary>
    public static double[] Uniform(int count, double range, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => ((random.NextDouble() * 2) - 1) * range)];
    }

    /// <summary>All generated and listed hard cases, with both signs.</summary>
    public static double[] Hard()
    {
        double[] positive =
        [
            .. HardCases.NearestToMultiplesOfHalfPi(), .. HardCases.Sine, .. HardCases.Cosine, .. HardCases.HalfwayRemainders,
            .. HardCases.CancellingProducts,
        ];
        return [.. positive, .. positive.Select(x => -x)];
    }

    /// <summary>
    /// Floats that come nearest to multiples of π/2, and those whose sine or cosine is nearest to the middle between two floats;
    /// with both signs.
    /// </summary>
    public static float[] HardSingles()
    {
        float[] positive = [.. HardCases.SinglesNearestToMultiplesOfHalfPi(), .. HardCases.SingleMidpoints];
        return [.. positive, .. positive.Select(x => -x)];
    }

    /// <summary>The hard cases of either precision.</summary>
    public static T[] HardOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => (T[])(object)(typeof(T) == typeof(double) ? Hard() : HardSingles());

    /// <summary>The folder of hard cases that others have published, by functions' names; skips the test where there is none.</summary>
    public static string FolderOfHardCases()
    {
        string? folder = Environment.GetEnvironmentVariable("KERNELS_HARD_CASES");
        Assert.SkipWhen(folder is null, "KERNELS_HARD_CASES is unset: name a folder with sin-hard.txt and others, hexadecimal numbers.");
        return folder!;
    }

    /// <summary>Those of one function, with both signs; skips the test likewise, and where it has no file.</summary>
    public static double[] Published(string name) => [.. PublishedPairs(name).Select(point => point.X)];

    /// <summary>The same, with their second arguments where it has two.</summary>
    public static (double X, double Y)[] PublishedPairs(string name)
    {
        string folder = FolderOfHardCases();
        (double X, double Y)[] cases = [.. ReferenceFunction.Of(name).Published(folder)];
        Assert.SkipWhen(cases.Length == 0, $"{folder} has no file of {name}.");
        return [.. cases, .. cases.Select(point => (-point.X, point.Y))];
    }

    public static double[] Mixed(int count, int seed = 1) => Mixed<double>(count, seed);

    /// <summary>Ordinary arguments with huge, special and tiny ones among them.</summary>
    public static T[] Mixed<T>(int count, int seed = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        T[] special = SpecialOf<T>(), inputs = Of<T>(Uniform(count, 100, seed));
        var (least, most) = typeof(T) == typeof(double) ? (-1070, 1023) : (-148, 127);
        for (int i = 0; i < count; i++)
        {
            int kind = random.Next(12);
            if (kind == 0)
                inputs[i] = special[random.Next(special.Length)];
            else if (kind == 1)
                inputs[i] = T.CreateTruncating(Math.ScaleB(random.NextDouble() + 1, random.Next(least, most)));
        }

        return inputs;
    }
}
