using System.Reflection;

namespace Kernels.Yardsticks.Calls;

/// <summary>Finds public static methods by name and shape; generic ones are made for the types at hand.</summary>
internal static class MethodFinder
{
    /// <summary>The method of that name which has a delegate's parameters and result; null if there is none.</summary>
    public static TCall? Find<TCall>(Type type, string name, params Type[] typeArguments)
        where TCall : Delegate
    {
        var shape = typeof(TCall).GetMethod(nameof(Action.Invoke))!;
        return Find(type, name, [.. shape.GetParameters().Select(parameter => parameter.ParameterType)], typeArguments) is { } method
            && method.ReturnType == shape.ReturnType ? method.CreateDelegate<TCall>() : null;
    }

    /// <summary>The same by its parameters.</summary>
    public static MethodInfo? Find(Type type, string name, Type[] parameters, params Type[] typeArguments) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(method => method.Name == name && method.GetParameters().Length == parameters.Length)
        .Where(method => method.GetGenericArguments().Length is var count && (count == 0 || count == typeArguments.Length))
        .Select(method => method.IsGenericMethodDefinition ? Made(method, typeArguments) : method)
        .FirstOrDefault(method => method?.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters) == true);

    // Null if the types are not such as it asks for.
    private static MethodInfo? Made(MethodInfo method, Type[] typeArguments)
    {
        try
        {
            return method.MakeGenericMethod(typeArguments);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
