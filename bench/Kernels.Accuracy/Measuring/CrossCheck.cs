using Kernels.Reference;

namespace Kernels.Accuracy.Measuring;

/// <summary>The reference itself against MPFR, which shares no code with it.</summary>
internal static class CrossCheck
{
    private const int PerInterval = 200;

    private const int MpfrBits = 200;

    /// <summary>The reference promises 128 significant bits; this is far more than any error here is measured to.</summary>
    private const int AgreeingBits = 120;

    /// <summary>On how many arguments the two were seen to agree; 0 where MPFR is missing.</summary>
    /// <exception cref="InvalidDataException">They disagree.</exception>
    public static long Run(Request request, CancellationToken token)
    {
        if (!Mpfr.IsAvailable)
            return 0;
        double[] arguments =
            [.. request.Intervals.SelectMany(set => Spread([.. set.Generate(Math.Min(request.Samples, PerInterval), request.Seed)]))];
        var disagreement = arguments.AsParallel().WithCancellation(token).Where(Disagrees).Take(1).ToList();
        return disagreement is [var x]
            ? throw new InvalidDataException($"the exact reference disagrees with MPFR at {HardCases.Hex(x)}")
            : arguments.Length;
    }

    private static bool Disagrees(double x)
    {
        var (sin, cos) = Exact.SinCos(x);
        return !Mpfr.Evaluate("sin", x, MpfrBits).AgreesWith(sin, AgreeingBits)
            || !Mpfr.Evaluate("cos", x, MpfrBits).AgreesWith(cos, AgreeingBits);
    }

    // Of the hard cases, which are a fixed list, every so manieth.
    private static IEnumerable<double> Spread(double[] arguments)
    {
        int count = Math.Min(arguments.Length, PerInterval);
        return Enumerable.Range(0, count).Select(i => arguments[(long)i * arguments.Length / count]);
    }
}
