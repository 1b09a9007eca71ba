namespace Kernels.Threading;

/// <summary>Objects that are kept to be used again, near to the thread that has left them.</summary>
internal static class Spares<T>
    where T : class
{
    /// <summary>Beside one for each processor: threads that have lost their core, and calls within calls, have one too.</summary>
    private const int Others = 30;

    private static readonly T?[] Places = new T?[Environment.ProcessorCount + Others];

    /// <summary>One of them, which is the caller's alone; null if there is none.</summary>
    public static T? Take()
    {
        var places = Places;
        int first = Environment.CurrentManagedThreadId % places.Length;
        for (int i = 0; i < places.Length; i++)
        {
            ref var place = ref places[(first + i) % places.Length];
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } spare)
                return spare;
        }

        return null;
    }

    /// <summary>Keeps one, if there is room.</summary>
    public static void Keep(T spare)
    {
        var places = Places;
        int first = Environment.CurrentManagedThreadId % places.Length;
        for (int i = 0; i < places.Length; i++)
        {
            ref var place = ref places[(first + i) % places.Length];
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, spare, null) is null)
                return;
        }
    }
}
