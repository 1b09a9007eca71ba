namespace Kernels.Cli.Output;

/// <summary>How points become bytes.</summary>
internal interface IPointFormat
{
    /// <summary>The most bytes that a point can take.</summary>
    int MaxBytesPerPoint { get; }

    /// <summary>The beginning of a file.</summary>
    byte[] Header(long points);

    /// <summary>The size of a whole file, or 0 if it depends on the values.</summary>
    long FileSize(long points);

    /// <summary>Writes points one after the other, and gives the number of bytes.</summary>
    int Format(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<byte> destination);
}
