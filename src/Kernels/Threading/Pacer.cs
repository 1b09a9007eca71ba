using System.Diagnostics;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>How many elements a thread does before it looks around: at the clock, for a cancellation, for what others have left.</summary>
/// <remarks>
/// A slow piece, which a tick ends early, makes the next one short at once; a fast one lets it double. What an element costs is the smaller
/// of the last two quotients, since everything that disturbs a measurement (an interrupt, the compiler at the first call) makes it longer.
/// </remarks>
internal struct Pacer
{
    /// <summary>A whole cache line of results, and a whole vector of any width.</summary>
    private const int FewestElements = 8;

    /// <summary>Nanoseconds of an element from which on a vector is a piece, however narrow it is.</summary>
    private const float DearElement = 100_000;

    /// <summary>Nanoseconds below which a piece says little: the clock takes 20, and the call of a loop 10.</summary>
    private const float ShortestTime = 500;

    /// <summary>Nanoseconds of a first piece, by what is known: short against anything that a second thread could save.</summary>
    private const float FirstTime = 4000;

    /// <summary>Nanoseconds of a piece at most: 300 times what claiming it costs, and less than a parked thread takes to wake.</summary>
    private const float LongestTime = 20_000;

    /// <summary>Nanoseconds of a piece that is believed at once: a disturbance that long is rare.</summary>
    private const float SureTime = 1_000_000;

    /// <summary>Elements of a first piece at most.</summary>
    internal const int MostElements = 896;

    /// <summary>Nanoseconds that an element takes at least; so a piece has a limit of elements too.</summary>
    private const float FastestElement = 0.25f;

    private static readonly float NanosecondsPerTick = 1e9f / Stopwatch.Frequency;

    private long _lastLook;
    private float _before;
    private bool _isSure;

    /// <param name="nanoseconds">What an element may take; 0 if nothing is known.</param>
    public Pacer(float nanoseconds)
    {
        Latest = nanoseconds;
        Length = nanoseconds > 0 ? Math.Min(InTime(FirstTime), MostElements) : FewestElements;
    }

    /// <summary>Elements of the next piece.</summary>
    public long Length { get; private set; }

    /// <summary>Elements that are worth looking around for.</summary>
    public readonly long FewestWorthwhile => Math.Min(InTime(ShortestTime), Length);

    /// <summary>What an element took in the last piece.</summary>
    public float Latest { get; private set; }

    /// <summary>What an element takes.</summary>
    public readonly float Nanoseconds => _before > 0 && !_isSure ? Math.Min(_before, Latest) : Latest;

    /// <summary>Whether there is more to go by than a single piece that may have been disturbed.</summary>
    public readonly bool IsSure => _isSure || _before > 0;

    /// <summary>A piece begins now, by <see cref="Stopwatch"/>.</summary>
    public long Start() => _lastLook = Stopwatch.GetTimestamp();

    /// <summary>What is known may be so no longer: the next piece is a short one.</summary>
    public void Doubt() => Length = FewestElements;

    /// <summary>A piece of so many elements has ended now, and the next begins.</summary>
    public void Note(long elements)
    {
        long now = Stopwatch.GetTimestamp();
        float time = Math.Max(now - _lastLook, 1) * NanosecondsPerTick, measured = time / elements;
        _lastLook = now;
        _before = Latest;
        _isSure = time >= SureTime;

        // A short piece tells only that an element takes no longer.
        Latest = time < ShortestTime && Latest > 0 ? Math.Min(Latest, measured) : measured;
        Length = Math.Max(Math.Min(InTime(LongestTime), 2 * Length), Fewest);
    }

    private readonly long Fewest => Latest > DearElement ? Width.Bits / (8 * sizeof(double)) : FewestElements;

    private readonly long InTime(float time) => Math.Max((long)(time / Math.Max(Latest, FastestElement)), Fewest);
}
