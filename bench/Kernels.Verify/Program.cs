using Kernels.Verify;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("verify", args, token => new Options().Command((job, functions) => job.Run(functions, token)));
