using Kernels.Versions;
using Kernels.Yardsticks.CommandLine;

return Tool.Run("versions", args, token => new Options().Command(request => Job.Run(request, token)));
