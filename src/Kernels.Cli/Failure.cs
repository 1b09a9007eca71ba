using System.Globalization;
using Kernels.Cli.Formulas;
using Kernels.Cli.Input;
using Kernels.Cli.Output;

namespace Kernels.Cli;

/// <summary>The one place where an exception becomes a line on standard error and an exit code.</summary>
internal static class Failure
{
    public static int Report(Exception exception)
    {
        var (line, code) = exception switch
        {
            OperationCanceledException => ("Cancelled.", ExitCode.Cancelled),
            UsageException => ($"kernels: {exception.Message}; see kernels --help", ExitCode.Usage),
            FormulaException => ($"kernels: {exception.Message}", ExitCode.Usage),
            OutputException or InputException => ($"kernels: {exception.Message}", ExitCode.Failure),

            // Files have their own exception: this is standard output.
            IOException or UnauthorizedAccessException => ($"kernels: cannot write the output: {exception.Message}", ExitCode.Failure),
            OutOfMemoryException => ("kernels: not enough memory", ExitCode.Failure),

            // A missing native library shows only as the cause of another exception.
            _ => ($"kernels: unexpected {Cause(exception).GetType().Name}: {Cause(exception).Message}", ExitCode.Failure),
        };

        try
        {
            // Messages of the libraries may have several lines; names and fields may hold anything. A formula is shown with its place.
            string[] lines = exception is FormulaException ? line.Split('\n') : [line.ReplaceLineEndings(" ")];
            foreach (string shown in lines)
                Console.Error.WriteLine(string.Concat(shown.Select(Visible)));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Nobody is left to tell; the exit code remains.
        }

        return code;
    }

    private static Exception Cause(Exception exception) => exception.GetBaseException();

    // What a terminal would obey rather than show.
    private static char Visible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? '\uFFFD'
            : character;
}
