using System.Diagnostics;

namespace Kernels;

/// <summary>Whether a struct leaves its body to a default method of an interface, which can be called on a boxed copy only.</summary>
/// <remarks>
/// The compiler would box it for each vector; so it is boxed once, for a call over spans, and evaluated through the interface. Who has
/// the body is read from a delegate to it. Delegate.Method would ask for metadata that a program compiled ahead of time lacks; what traces
/// of the stack need suffices, and a program without those boxes at each call.
/// </remarks>
internal static class InheritedBody<T>
{
    public static readonly bool OfFunction = default(T) is IFunction function && IsInherited(function.Evaluate<Double1<Whole>>);

    public static readonly bool OfCurve = default(T) is ICurve curve && IsInherited(curve.Evaluate<Double1<Whole>>);

    // The name of a generic type goes on with its arguments in brackets where it is a closed one.
    private static bool IsInherited(Delegate body) =>
        DiagnosticMethodInfo.Create(body) is { DeclaringTypeName: { } name }
        && name != typeof(T).FullName
        && !typeof(T).FullName!.StartsWith($"{name}[[", StringComparison.Ordinal);
}
