using Kernels.Cli.Files;

namespace Kernels.Cli.Input;

/// <summary>Opens files of rows of numbers.</summary>
internal static class TableSource
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Opens a file, as .npy if it begins like one, else as CSV.</summary>
    /// <param name="file">What the user calls it.</param>
    /// <param name="names">Names of its columns, if it has none.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static ITableSource Open(string file, string[]? names)
    {
        var stream = new InputStream(file, OpenStream(file));
        try
        {
            bool isNpy = stream.StartsWith(NpyHeader.Magic);
            if (!isNpy && string.Equals(Path.GetExtension(file), ".npy", StringComparison.OrdinalIgnoreCase))
                throw new InputException(file, "it is no .npy file: it does not begin as NumPy's files do");
            return isNpy ? new NpySource(stream, names) : new CsvSource(stream, names);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static Stream OpenStream(string file)
    {
        if (file == StandardInput)
            return Console.OpenStandardInput();
        try
        {
            return new FileStream(
                RealPath.Of(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(file, "it does not exist", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, Directory.Exists(file) ? "it is a folder" : exception.Message, exception);
        }
    }
}
