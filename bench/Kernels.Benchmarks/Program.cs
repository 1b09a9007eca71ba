using Kernels.Benchmarks;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("benchmarks", args, _ => new Options().Command(Runner.Run));
