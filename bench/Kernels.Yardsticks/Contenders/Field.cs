namespace Kernels.Yardsticks.Contenders;

/// <summary>All contenders that this machine can run.</summary>
public sealed class Field
{
    private Field(IReadOnlyList<Contender> contenders, IReadOnlyList<string> missing)
    {
        Contenders = contenders;
        Missing = missing;
    }

    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>What is not there, and why: a line each.</summary>
    public IReadOnlyList<string> Missing { get; }

    public static Field Gather(bool withNative = true) => Gather(_ => withNative);

    /// <param name="nativeWanted">Whether the native contender of that name is worth compiling.</param>
    public static Field Gather(Func<string, bool> nativeWanted)
    {
        var native = NativePeers.Build(nativeWanted);
        return new(
            [
                new Ours(allCores: false),
                new OursCorrectlyRounded(),
                new OursAtWidth(512),
                new OursAtWidth(256),
                new OursAtWidth(128),
                new Ours(allCores: true),
                .. native.Contenders,
                new TensorPrimitivesPeer(),
                new VectorLoop(),
                new MathNetPointwise(),
                new MathNetMap(),
                new MathLoop(),
            ],
            native.Missing);
    }
}
