using System.Runtime.InteropServices;

namespace Kernels.Yardsticks.Contenders;

/// <summary>A native vector library behind the loops of bench/native/peers.c, compiled for one width.</summary>
/// <param name="name">As it appears in tables.</param>
/// <param name="library">The loops, linked with the library.</param>
/// <param name="symbols">What the library may call a function, by its name in C, the precision and the number of inputs.</param>
public sealed unsafe class NativePeer(string name, nint library, Func<string, Precision, int, IEnumerable<string>> symbols) : Contender
{
    private const int ShortCall = 256;

    public override string Name => name;

    /// <summary>The library and the compiler.</summary>
    public string Version => $"{Text("library_version")} by {Text("compiler_version")}";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        var precision = typeof(T) == typeof(double) ? Precision.Double : Precision.Single;
        string[] names = operation == Operation.Heart ? ["sin", "cos"]
            : operation == Operation.Gaussian ? ["exp"] : [.. operation.Outputs.Select(output => output.Name)];
        int inputs = operation.Inputs;

        // Two results come in a pair, or of a call for each.
        nint pair = names.Length == 2 ? Find(string.Concat(names)) : 0;
        nint f = pair != 0 ? pair : Find(names[0]), g = pair != 0 || names.Length == 1 ? 0 : Find(names[1]);
        if (f == 0 || (names.Length == 2 && pair == 0 && g == 0))
            return null;
        string loop = operation == Operation.Gaussian ? "gaussian"
            : names.Length == 1 ? (inputs == 1 ? "map" : "map2")
            : (operation == Operation.Heart ? "heart_" : "") + (pair != 0 ? "pair" : "both");
        return Bind(NativeLibrary.GetExport(library, $"{loop}_{(precision == Precision.Double ? "double" : "single")}"), f, g, columns);

        nint Find(string function)
        {
            foreach (string symbol in symbols(function, precision, inputs))
            {
                if (NativeLibrary.TryGetExport(library, symbol, out nint address))
                    return address;
            }

            return 0;
        }
    }

    private static Action Bind<T>(nint entry, nint f, nint g, Columns<T> columns)
        where T : unmanaged
    {
        T* x = Address(columns.X), y = Address(columns.Y), first = Address(columns.First), second = Address(columns.Second);
        nint length = columns.X.Length;
        var loop = (delegate* unmanaged[SuppressGCTransition]<nint, nint, T*, T*, T*, T*, nint, void>)entry;
        var managed = (delegate* unmanaged<nint, nint, T*, T*, T*, T*, nint, void>)entry;

        // A short call need not tell the collector; a long one must let it work.
        return length <= ShortCall
            ? () => loop(f, g, x, y, first, second, length)
            : () => managed(f, g, x, y, first, second, length);

        static T* Address(T[] pinned) => (T*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
    }

    private string Text(string function) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, function))())!;
}
