namespace Kernels.Threading;

/// <summary>What is left of a range, from which threads claim one chunk after the other.</summary>
internal sealed class Chunks(Partition partition, int threads)
{
    /// <summary>A chunk is at most this part of a thread's share in what is left: the last chunks end at about the same time.</summary>
    private const int ChunksOfShare = 2;

    // The range itself, and on top of it what has been given back.
    private Part _top = new(partition.First, partition.End, suitable: long.MaxValue, below: null);
    private volatile bool _withdrawn;

    public bool AreWithdrawn => _withdrawn;

    public bool AreLeft => !_withdrawn && Top().IsLeft;

    /// <summary>Claims a chunk of a length that suits a thread's pace, if there is one.</summary>
    public bool TryClaim(in Pacer own, out long first, out long length)
    {
        for (Part part; !_withdrawn && (part = Top()).IsLeft;)
        {
            first = part.Next;
            length = Cut(first, part, in own) - first;
            if (length > 0 && part.TryClaim(first, first + length))
                return true;
        }

        first = length = 0;
        return false;
    }

    /// <summary>Gives back a part of a chunk that has turned out to be too long; so many elements would have been suitable.</summary>
    public void GiveBack(long first, long end, long suitable)
    {
        Part below;
        do
            below = Volatile.Read(ref _top);
        while (Interlocked.CompareExchange(ref _top, new Part(first, end, suitable, below), below) != below);
    }

    /// <summary>Takes away all that nobody has claimed; whether there was something.</summary>
    public bool Withdraw()
    {
        _withdrawn = true;

        // What is given back from now on its giver knows to be withdrawn.
        Interlocked.MemoryBarrier();
        return Top().IsLeft;
    }

    // The last part given back that has something left; the whole range at the bottom stays.
    private Part Top()
    {
        while (true)
        {
            var top = Volatile.Read(ref _top);
            if (top.IsLeft || top.Below is null)
                return top;
            Interlocked.CompareExchange(ref _top, top.Below, top);
        }
    }

    private long Cut(long first, Part part, in Pacer own)
    {
        long share = (part.End - first) / (ChunksOfShare * threads), length = Math.Max(Math.Min(share, own.Length), own.FewestWorthwhile);
        return Math.Min(part.End, partition.Cut(first, Math.Min(length, part.Suitable)));
    }

    private sealed class Part(long first, long end, long suitable, Part? below)
    {
        public readonly long End = end, Suitable = suitable;
        public readonly Part? Below = below;
        private long _next = first;

        public long Next => Volatile.Read(ref _next);

        public bool IsLeft => Next < End;

        public bool TryClaim(long first, long end) => Interlocked.CompareExchange(ref _next, end, first) == first;
    }
}
