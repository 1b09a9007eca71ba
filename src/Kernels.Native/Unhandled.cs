using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Kernels.Native;

/// <summary>What becomes of exceptions that nobody handles: the runtime would end the host's process.</summary>
internal static class Unhandled
{
    /// <summary>A thread of the pool ends where the pool wants another one for itself and none is to be had, for a limit of the process.</summary>
    /// <remarks>The pool counts it among those at work for ever. So calls may have fewer threads from then on, or none but their callers.</remarks>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The library is the whole program that its runtime knows of.")]
    internal static void Ignore() =>
        ExceptionHandling.SetUnhandledExceptionHandler(static exception => exception is OutOfMemoryException or ThreadStartException);
}
