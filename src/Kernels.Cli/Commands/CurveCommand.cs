using System.CommandLine;
using Kernels.Cli.Curves;

namespace Kernels.Cli.Commands;

/// <summary>Evaluates the heart curve; its own command evaluates others.</summary>
internal static class CurveCommand
{
    public static Command Create(string name)
    {
        var command = new Command(name, "Evaluate the heart curve over all cores, and print speed and accuracy.")
        {
            FourierCommand.Create("fourier"),
        };
        AddTo(command);
        return command;
    }

    public static void AddTo(Command command) => new CurveOptions("heart.png").AddTo(command, _ => new Heart());
}
