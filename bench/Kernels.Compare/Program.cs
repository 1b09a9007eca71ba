using Kernels.Compare;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("compare", args, token => new Options().Command(request => Job.Run(request, token)));
