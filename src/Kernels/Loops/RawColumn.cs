namespace Kernels.Loops;

/// <summary>What the elements of a column are.</summary>
internal enum ColumnFormat
{
    Double,
    Single,
    Int32,
    Int64,

    /// <summary>Computed: evenly spaced numbers.</summary>
    Grid,
}

/// <summary>
/// Numbers at evenly spaced addresses, a single number for all, or a grid: tᵢ = i·step + start, rounded once, made where it is needed.
/// </summary>
internal readonly unsafe struct RawColumn
{
    private RawColumn(ColumnFormat format, void* address, nint stride)
    {
        Format = format;
        Address = (byte*)address;
        Stride = stride;
    }

    private RawColumn(double start, double step, long first)
    {
        Format = ColumnFormat.Grid;
        (Start, Step, First) = (start, step, first);
    }

    public ColumnFormat Format { get; }

    /// <summary>Of the first element.</summary>
    public byte* Address { get; }

    /// <summary>From an element to the next, in bytes; 0 if there is one for all.</summary>
    public nint Stride { get; }

    /// <summary>The number of a grid that has the index 0.</summary>
    public double Start { get; }

    /// <summary>From a number of a grid to the next.</summary>
    public double Step { get; }

    /// <summary>The index of the first element of a grid.</summary>
    public long First { get; }

    /// <summary>Bytes of an element.</summary>
    public int Width => Format is ColumnFormat.Single or ColumnFormat.Int32 ? sizeof(float) : sizeof(double);

    /// <summary>Elements one after the other.</summary>
    public static RawColumn Of<T>(T* elements) where T : unmanaged => Of(elements, sizeof(T));

    /// <summary>Elements of any distance.</summary>
    public static RawColumn Of<T>(T* elements, nint stride) where T : unmanaged => new(FormatOf<T>(), elements, stride);

    /// <inheritdoc cref="RawColumn"/>
    public static RawColumn Grid(double start, double step, long first) => new(start, step, first);

    /// <summary>Whether elements have a format.</summary>
    public bool HasFormat<T>() where T : unmanaged => Format == FormatOf<T>();

    /// <summary>Whether elements lie one after the other as a body wants them.</summary>
    public bool Is<T>() where T : unmanaged => HasFormat<T>() && Stride == sizeof(T);

    /// <summary>Whether there is one number for all.</summary>
    public bool IsNumber => Stride == 0 && Format != ColumnFormat.Grid;

    /// <summary>Elements to the next border of so many bytes; 0 where elements do not lie one after the other.</summary>
    public long ElementsTo(long first, int bytes) => IsDense ? CacheLine.ElementsTo(Address + (first * Width), bytes) / Width : 0;

    /// <summary>Elements since the last cache line began; 0 likewise.</summary>
    public int ElementsFromLine(long first) => IsDense ? CacheLine.ElementsFrom(Address + (first * Width)) / Width : 0;

    /// <summary>The column without its first elements; not of a grid.</summary>
    public RawColumn From(nint first) => new(Format, Address + (first * Stride), Stride);

    /// <summary>Copies the elements into memory, one after the other.</summary>
    public RawColumn CopyTo(byte* memory, nint count)
    {
        for (nint i = 0; i < count; i++)
            Unsafe.CopyBlockUnaligned(memory + (i * Width), Address + (i * Stride), (uint)Width);
        return new(Format, memory, Width);
    }

    private bool IsDense => Stride == Width && Format != ColumnFormat.Grid;

    private static ColumnFormat FormatOf<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return ColumnFormat.Double;
        if (typeof(T) == typeof(float))
            return ColumnFormat.Single;
        return typeof(T) == typeof(int) ? ColumnFormat.Int32 : ColumnFormat.Int64;
    }
}
