namespace Kernels.Cli.Output;

/// <summary>How rows of numbers become bytes.</summary>
internal interface ITableFormat
{
    /// <summary>The most bytes that a row can take.</summary>
    int MaxBytesPerRow { get; }

    /// <summary>The beginning of a file; it has one length, whatever the number of rows.</summary>
    byte[] Header(long rows);

    /// <summary>The size of a whole file, or 0 if it depends on the values.</summary>
    long FileSize(long rows);

    /// <summary>Writes rows one after the other, and gives the number of bytes.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="first">The first row of these.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="destination">Receives the bytes.</param>
    int Format(ReadOnlySpan<ReadOnlyMemory<double>> columns, int first, int count, Span<byte> destination);
}
