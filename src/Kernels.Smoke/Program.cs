using Kernels;
using Kernels.Smoke;

double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
ulong[] hashes = [Hash(), Rounding.Upwards(Hash)];
Console.WriteLine($"{hashes[0]:x16}");
if (hashes[1] != hashes[0])
    Console.WriteLine($"{hashes[1]:x16} where the thread rounds upwards");
bool isExponentialRight = GoldenHash.Of(Exponentials()) == GoldenHash.Exponentials[0].Doubles;
if (!isExponentialRight)
    Console.WriteLine("The exponential function is not the nearest.");
return hashes.All(hash => hash == GoldenHash.Heart) && isExponentialRight ? 0 : 1;

double[] Exponentials()
{
    CorrectlyRounded.Exp(t, x);
    return x;
}

ulong Hash()
{
    Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());
    return GoldenHash.Of(x, y);
}
