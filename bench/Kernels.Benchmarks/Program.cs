using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Kernels.Benchmarks.HeartBenchmarks).Assembly).Run(args);
