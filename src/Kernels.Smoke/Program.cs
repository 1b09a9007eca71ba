using Kernels;
using Kernels.Smoke;

double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
ulong[] hashes = [Hash(), Rounding.Upwards(Hash)];
Console.WriteLine($"{hashes[0]:x16}");
if (hashes[1] != hashes[0])
    Console.WriteLine($"{hashes[1]:x16} where the thread rounds upwards");
var (_, from, to, declared, _) = GoldenHash.DeclaredExponentials[0];
bool isExponentialRight = GoldenHash.Of(Nearest()) == GoldenHash.Functions[0].Doubles;
bool isDeclaredRight = GoldenHash.Of(Declared()) == declared;
if (!isExponentialRight)
    Console.WriteLine("The exponential function is not the nearest.");
if (!isDeclaredRight)
    Console.WriteLine("The exponential function has other bits.");
return hashes.All(hash => hash == GoldenHash.Heart) && isExponentialRight && isDeclaredRight ? 0 : 1;

double[] Nearest()
{
    CorrectlyRounded.Exp(t, x);
    return x;
}

double[] Declared()
{
    double[] exponents = GoldenHash.Exponents(from, to);
    Elementary.Exp(exponents, exponents);
    return exponents;
}

ulong Hash()
{
    Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());
    return GoldenHash.Of(x, y);
}
