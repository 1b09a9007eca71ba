using Kernels;
using Kernels.Smoke;

double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
ulong[] hashes = [Hash(), Rounding.Upwards(Hash)];
Console.WriteLine($"{hashes[0]:x16}");
if (hashes[1] != hashes[0])
    Console.WriteLine($"{hashes[1]:x16} where the thread rounds upwards");
return hashes.All(hash => hash == GoldenHash.Heart) ? 0 : 1;

ulong Hash()
{
    Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());
    return GoldenHash.Of(x, y);
}
