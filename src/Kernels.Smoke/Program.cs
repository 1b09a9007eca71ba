using Kernels;
using Kernels.Smoke;

double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());
ulong hash = GoldenHash.Of(x, y);
Console.WriteLine($"{hash:x16}");
return hash == GoldenHash.Heart ? 0 : 1;
