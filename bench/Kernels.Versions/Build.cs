using System.Reflection;
using System.Runtime.Loader;

namespace Kernels.Versions;

internal delegate void OneResult<T>(ReadOnlySpan<T> x, Span<T> y);

internal delegate void OneResultInParallel<T>(ReadOnlySpan<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void TwoResults<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y);

internal delegate void TwoResultsInParallel<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void OneResultOfTwo<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> u);

internal delegate void OneResultOfTwoInParallel<T>(
    ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> u, ParallelOptions options, IProgress<long>? progress);

/// <summary>A build of the library beside others in one process, and its public calls by name.</summary>
internal sealed class Build
{
    public const string Library = "Kernels.dll";

    public const string Examples = "Kernels.Examples.dll";

    private readonly Assembly _library;
    private readonly Assembly _examples;

    public Build(string folder)
    {
        var context = new AssemblyLoadContext(folder);
        _library = context.LoadFromAssemblyPath(Path.Combine(folder, Library));
        _examples = context.LoadFromAssemblyPath(Path.Combine(folder, Examples));
    }

    /// <summary>A static method of the library, by the shape of the delegate; null if there is none.</summary>
    /// <param name="types">Names that its class has had.</param>
    /// <param name="method">The method's name.</param>
    public TCall? Of<TCall>(string[] types, string method)
        where TCall : Delegate => types.Select(type => _library.GetType($"Kernels.{type}")).FirstOrDefault(type => type is not null)?
            .GetMethod(method, ParametersOf<TCall>())?.CreateDelegate<TCall>();

    /// <summary>A generic method of the library for a function or curve; bound to a value of it.</summary>
    /// <param name="type">The method's class.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="function">The function's type, of the library or the examples.</param>
    /// <param name="fields">What its constructor takes.</param>
    public TCall Of<TCall>(string type, string method, string function, params object[] fields)
        where TCall : Delegate
    {
        Type functionType = (_library.GetType(function) ?? _examples.GetType(function))!;
        Type[] spans = ParametersOf<TCall>();
        var generic = _library.GetType($"Kernels.{type}")!.GetMethods().Single(candidate =>
            candidate.Name == method && TypesOf(candidate.GetParameters().Skip(1)).SequenceEqual(spans));
        var bound = typeof(Bound<>).MakeGenericType(functionType);
        object value = Activator.CreateInstance(functionType, fields)!;
        object holder = Activator.CreateInstance(bound, generic.MakeGenericMethod(functionType), value)!;
        return bound.GetMethods()
            .Single(candidate => candidate.Name == nameof(Bound<>.Call) && TypesOf(candidate.GetParameters()).SequenceEqual(spans))
            .CreateDelegate<TCall>(holder);
    }

    private static Type[] ParametersOf<TCall>() =>
        [.. TypesOf(typeof(TCall).GetMethod(nameof(Action.Invoke))!.GetParameters())];

    private static IEnumerable<Type> TypesOf(IEnumerable<ParameterInfo> parameters) =>
        parameters.Select(parameter => parameter.ParameterType);

    // A delegate cannot have a structure for its first argument.
    private sealed class Bound<TFunction>(MethodInfo method, TFunction function)
    {
        private delegate void One(TFunction function, ReadOnlySpan<double> x, Span<double> y);

        private delegate void OneInParallel(
            TFunction function, ReadOnlySpan<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress);

        private delegate void Two(TFunction function, ReadOnlySpan<double> t, Span<double> x, Span<double> y);

        private delegate void TwoInParallel(
            TFunction function, ReadOnlySpan<double> t, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress);

        private readonly Delegate _method = method.GetParameters() switch
        {
            { Length: 3 } => method.CreateDelegate<One>(),
            { Length: 4 } => method.CreateDelegate<Two>(),
            { Length: 5 } => method.CreateDelegate<OneInParallel>(),
            _ => method.CreateDelegate<TwoInParallel>(),
        };

        public void Call(ReadOnlySpan<double> x, Span<double> y) => ((One)_method)(function, x, y);

        public void Call(ReadOnlySpan<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress) =>
            ((OneInParallel)_method)(function, x, y, options, progress);

        public void Call(ReadOnlySpan<double> t, Span<double> x, Span<double> y) => ((Two)_method)(function, t, x, y);

        public void Call(ReadOnlySpan<double> t, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress) =>
            ((TwoInParallel)_method)(function, t, x, y, options, progress);
    }
}
