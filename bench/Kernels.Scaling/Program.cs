using Kernels.Scaling;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("scaling", args, token => new Options().Command(request => Job.Run(request, token)));
