namespace Kernels.Cli.Output;

/// <summary>The text in a PNG file that says which program it is from: <c>Software: Kernels</c>, right after the header.</summary>
/// <remarks>Portable Network Graphics (PNG) Specification, 5.3 and 11.3.3.2.</remarks>
internal static class PngMark
{
    /// <summary>The signature and the chunk IHDR, which have the same length in every file.</summary>
    private const int HeaderLength = 8 + 25;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    // Length, type, keyword, 0, text, CRC-32 of all but the length.
    private static readonly byte[] Chunk = [0, 0, 0, 16, .. "tEXtSoftware\0Kernels"u8, 0xBD, 0x88, 0x38, 0x0D];

    public static byte[] AddTo(ReadOnlySpan<byte> png) => [.. png[..HeaderLength], .. Chunk, .. png[HeaderLength..]];

    /// <summary>Whether a file can be read and has the mark.</summary>
    public static bool IsIn(string file)
    {
        Span<byte> beginning = stackalloc byte[HeaderLength + Chunk.Length];
        try
        {
            using FileStream stream = File.OpenRead(file);
            return stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length
                && beginning.StartsWith(Signature) && beginning.EndsWith(Chunk);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
