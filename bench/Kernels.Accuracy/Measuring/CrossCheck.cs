using Kernels.Reference;
using Kernels.Yardsticks;

namespace Kernels.Accuracy.Measuring;

/// <summary>The reference itself against MPFR, which shares no code with it.</summary>
internal static class CrossCheck
{
    private const int PerInterval = 200;

    private const int MpfrBits = 200;

    /// <summary>The reference promises 128 significant bits; this is far more than any error here is measured to.</summary>
    private const int AgreeingBits = 120;

    /// <summary>Beyond it the reference of powers stands for all larger arguments.</summary>
    private const double LargestExponent = 4096;

    /// <summary>On how many arguments the two were seen to agree; 0 where MPFR is missing.</summary>
    /// <exception cref="InvalidDataException">They disagree.</exception>
    public static long Run(Request request, CancellationToken token) =>
        Mpfr.IsAvailable ? request.Functions.Sum(function => Check(function, request, token)) : 0;

    private static long Check(Operation operation, Request request, CancellationToken token)
    {
        var references = operation.Outputs.Select(output => output.Reference).OfType<ReferenceFunction>().ToList();
        if (references.Count == 0)
            return 0;
        var arguments = request.SetsOf(operation)
            .SelectMany(set => Spread([.. set.Generate(Math.Min(request.Samples, PerInterval), request.Seed)]))
            .Where(point => operation.IsUnbounded || Math.Abs(point.X) <= LargestExponent)
            .ToList();
        var disagreement = arguments.AsParallel().WithCancellation(token)
            .Where(point => references.Any(reference => Disagree(reference, point))).Take(1).ToList();
        return disagreement is [var (x, _)]
            ? throw new InvalidDataException($"the exact reference of {operation.Name} disagrees with MPFR at {HardCases.Hex(x)}")
            : arguments.Count;
    }

    private static bool Disagree(ReferenceFunction reference, (double X, double Y) point) =>
        !reference.ByMpfr(point.X, point.Y, MpfrBits).AgreesWith(reference.Exact(point.X, point.Y), AgreeingBits);

    // Of the hard cases, which are a fixed list, every so manieth.
    private static IEnumerable<(double X, double Y)> Spread((double X, double Y)[] arguments)
    {
        int count = Math.Min(arguments.Length, PerInterval);
        return Enumerable.Range(0, count).Select(i => arguments[(long)i * arguments.Length / count]);
    }
}
