namespace Kernels.Loops;

/// <summary>Checks of lengths and overlap, before anything is written.</summary>
internal static unsafe class Shape
{
    /// <summary>Throws unless the destination has room for every element of the input.</summary>
    public static void CheckLength(int inputLength, int destinationLength, string destinationName)
    {
        if (destinationLength < inputLength)
            throw new ArgumentException($"The destination has room for {destinationLength} elements, the input has {inputLength}.", destinationName);
    }

    /// <summary>Throws if the part that is written overlaps the input, unless both start at the same element.</summary>
    public static void CheckInput(double* input, double* destination, long count, string destinationName)
    {
        if (input != destination && Overlap(input, destination, count))
            throw new ArgumentException("The destination overlaps the input without starting at the same element.", destinationName);
    }

    /// <summary>Throws if the parts of two destinations that are written overlap.</summary>
    public static void CheckDestinations(double* first, double* second, long count, string secondName)
    {
        if (Overlap(first, second, count))
            throw new ArgumentException("The two destinations overlap.", secondName);
    }

    private static bool Overlap(double* left, double* right, long count)
    {
        // The distance, forwards or backwards, as an unsigned number.
        nuint bytes = (nuint)count * sizeof(double);
        return (nuint)((byte*)left - (byte*)right) < bytes || (nuint)((byte*)right - (byte*)left) < bytes;
    }
}
