namespace Kernels.Threading;

/// <summary>A job's helpers: how many have a place, have been called, and are inside.</summary>
/// <remarks>
/// All in one word, since a job is used again: a helper that was called for one call may enter the next, but never by what it has seen of
/// the one before. Whoever has not entered yet stays called from call to call, so that nobody is called for him once more.
/// </remarks>
internal struct Crew
{
    private const int CalledShift = 20, PlacesShift = 40;

    private const long Inside = 1, Called = 1L << CalledShift, Place = 1L << PlacesShift, Mask = Called - 1;

    // Zero places: nobody enters.
    private long _state;

    public bool IsInside => (Volatile.Read(ref _state) & Mask) != 0;

    /// <summary>Those who are inside included.</summary>
    public int CalledNow => (int)((Volatile.Read(ref _state) >> CalledShift) & Mask);

    /// <summary>Lets so many in at once; what they need is there.</summary>
    public void Open(int places) => Interlocked.Add(ref _state, places * Place);

    /// <summary>Lets nobody in any more.</summary>
    public void Close() => Interlocked.And(ref _state, Place - 1);

    /// <summary>Notes a helper as called, unless so many are already.</summary>
    public bool TryCall(int most)
    {
        long before;
        do
        {
            before = Volatile.Read(ref _state);
            if (((before >> CalledShift) & Mask) >= most)
                return false;
        }
        while (Interlocked.CompareExchange(ref _state, before + Called, before) != before);

        return true;
    }

    /// <summary>A helper that has been called enters, or, where there is no place, is called no longer.</summary>
    public bool TryEnter()
    {
        long before, step;
        do
        {
            before = Volatile.Read(ref _state);
            step = (before & Mask) < before >> PlacesShift ? Inside : -Called;
        }
        while (Interlocked.CompareExchange(ref _state, before + step, before) != before);

        return step == Inside;
    }

    /// <summary>A helper leaves; whether it was the last one inside.</summary>
    public bool Leave() => (Interlocked.Add(ref _state, -(Called + Inside)) & Mask) == 0;
}
