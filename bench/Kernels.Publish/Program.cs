using System.CommandLine;
using Kernels.Publish;
using Kernels.Yardsticks.CommandLine;

var cpu = Choice.Folder("--cpu", "The folder under bench/results to publish; by default that of this machine.");
return Tool.Run("publish", args, _ =>
{
    var root = new RootCommand(
        "Fills the tables of README.md and docs from result files, and draws the plot of time against length.") { cpu };
    root.SetAction(parsed => Publication.Run(parsed.GetValue(cpu)));
    return root;
});
