namespace Kernels.Threading;

/// <summary>What is left of a range, from which threads claim one chunk after the other; then of another range.</summary>
internal sealed class Chunks
{
    /// <summary>A chunk is at most this part of a thread's share in what is left: the last chunks end at about the same time.</summary>
    private const int ChunksOfShare = 2;

    /// <summary>Parts that are there before they are needed. More than one a tick and thread means that cores are being stolen.</summary>
    internal const int MostSpares = 64;

    // Each is used once for a range, so that nobody takes it for what it was before.
    private readonly Part[] _spares = new Part[MostSpares];
    private readonly Part _whole = new();
    private Partition _partition;
    private int _threads, _used;

    // The range itself, and on top of it what has been given back.
    private Part _top;
    private volatile bool _withdrawn;

    public Chunks()
    {
        _top = _whole;
        for (int i = 0; i < _spares.Length; i++)
            _spares[i] = new();
    }

    public bool AreWithdrawn => _withdrawn;

    public bool AreLeft => !_withdrawn && Top().IsLeft;

    /// <summary>Another range, when nobody is at work on the last one any more.</summary>
    public void Begin(Partition partition, int threads)
    {
        _partition = partition;
        _threads = threads;
        _used = 0;
        _whole.Set(partition.First, partition.End, suitable: long.MaxValue, below: null);
        _top = _whole;
        _withdrawn = false;
    }

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
        int used = Interlocked.Increment(ref _used) - 1;
        var part = (uint)used < MostSpares ? _spares[used] : new();
        Part below;
        do
        {
            below = Volatile.Read(ref _top);
            part.Set(first, end, suitable, below);
        }
        while (Interlocked.CompareExchange(ref _top, part, below) != below);
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
        long share = (part.End - first) / (ChunksOfShare * _threads), length = Math.Max(Math.Min(share, own.Length), own.FewestWorthwhile);
        return Math.Min(part.End, _partition.Cut(first, Math.Min(length, part.Suitable)));
    }

    // Set before anyone sees it; then only what is next changes.
    private sealed class Part
    {
        private long _next;

        public long End { get; private set; }

        public long Suitable { get; private set; }

        public Part? Below { get; private set; }

        public long Next => Volatile.Read(ref _next);

        public bool IsLeft => Next < End;

        public void Set(long first, long end, long suitable, Part? below)
        {
            _next = first;
            End = end;
            Suitable = suitable;
            Below = below;
        }

        public bool TryClaim(long first, long end) => Interlocked.CompareExchange(ref _next, end, first) == first;
    }
}
