using System.Numerics.Tensors;
using System.Reflection;
using Kernels.Cli;
using MathNet.Numerics;

namespace Kernels.Yardsticks.Contenders;

/// <summary>All contenders that this machine can run.</summary>
public sealed class Field
{
    private Field(IReadOnlyList<Contender> contenders, IReadOnlyList<string> missing, IReadOnlyList<string> versions)
    {
        Contenders = contenders;
        Missing = missing;
        Versions = versions;
    }

    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>What is not there, and why: a line each.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Of Kernels and of the libraries that are there.</summary>
    public IReadOnlyList<string> Versions { get; }

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
                new TensorPrimitivesInTwoCalls(),
                new VectorLoop(),
                new MathNetPointwise(),
                new MathNetMap(),
                new MathLoop(),
                new MathFormula(),
            ],
            native.Missing,
            [
                $"Kernels {Machine.This.LibraryVersion}",
                VersionOf(typeof(TensorPrimitives)),
                VersionOf(typeof(Control)),
                .. native.Contenders.Select(peer => peer.Version).Distinct()
            ]);
    }

    // Without the commit that the SDK may have appended.
    private static string VersionOf(Type type)
    {
        string version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return $"{type.Assembly.GetName().Name} {version.Split('+')[0]}";
    }
}
