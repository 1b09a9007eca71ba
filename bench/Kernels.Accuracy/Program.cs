using Kernels.Accuracy;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("accuracy", args, token => new Options().Command(request => Job.Run(request, token)));
