namespace Kernels.Cli.Input;

/// <summary>A file of rows of numbers, read once from its beginning to its end.</summary>
internal interface ITableSource : IDisposable
{
    /// <summary>What the user calls it.</summary>
    string File { get; }

    /// <summary>The names of its columns.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>How many rows it has, if it says so.</summary>
    long? Rows { get; }

    /// <summary>Its size in bytes, or 0 if that is not known.</summary>
    long Length { get; }

    /// <summary>The bytes that have been read.</summary>
    long Position { get; }

    /// <summary>Chooses the columns that are read, before the first row is.</summary>
    /// <exception cref="InputException">One is not of numbers.</exception>
    void Select(IReadOnlyList<int> columns);

    /// <summary>Reads the next rows.</summary>
    /// <param name="columns">Receives the chosen columns.</param>
    /// <param name="most">The most rows.</param>
    /// <returns>How many rows; 0 at the end.</returns>
    /// <exception cref="InputException">The file cannot be read, or a cell is no number.</exception>
    int Read(double[][] columns, int most);
}
