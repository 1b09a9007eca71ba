using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using Kernels.Loops;
using Kernels.Programs;

namespace Kernels.Native;

/// <summary>Inner loops of NumPy's universal functions, <c>PyUFuncGenericFunction</c>: a program over columns of one format.</summary>
internal static unsafe class NumPyLoops
{
    /// <param name="columns">The addresses of the inputs' first elements, then the results'.</param>
    /// <param name="count">The number of elements, alone.</param>
    /// <param name="strides">From an element of each to the next, in bytes.</param>
    /// <param name="handle">The program.</param>
    [UnmanagedCallersOnly(EntryPoint = "kn_loop_d", CallConvs = [typeof(CallConvCdecl)])]
    private static void Doubles(byte** columns, nint* count, nint* strides, nint handle) =>
        Run<double, double>(columns, *count, strides, handle);

    /// <inheritdoc cref="Doubles"/>
    [UnmanagedCallersOnly(EntryPoint = "kn_loop_f", CallConvs = [typeof(CallConvCdecl)])]
    private static void Singles(byte** columns, nint* count, nint* strides, nint handle) =>
        Run<float, float>(columns, *count, strides, handle);

    /// <inheritdoc cref="Doubles"/>
    [UnmanagedCallersOnly(EntryPoint = "kn_loop_l", CallConvs = [typeof(CallConvCdecl)])]
    private static void Integers(byte** columns, nint* count, nint* strides, nint handle) =>
        Run<long, double>(columns, *count, strides, handle);

    private static void Run<TInput, TResult>(byte** addresses, nint count, nint* strides, nint handle)
        where TInput : unmanaged where TResult : unmanaged
    {
        // NumPy goes on to the next piece of a call that has failed: its results will not be seen.
        if (Failure.IsOfLoop)
            return;

        // Of a call in pieces they are those of all pieces.
        int flags = FloatingPointFlags.Now;
        Conditions conditions = 0;
        try
        {
            var function = Handles.FunctionOf(handle);
            int inputs = function.Inputs.Count, all = inputs + function.Outputs.Count;
            RawColumn* columns = stackalloc RawColumn[all];
            for (int i = 0; i < all; i++)
            {
                columns[i] = i < inputs
                    ? RawColumn.Of((TInput*)addresses[i], strides[i])
                    : RawColumn.Of((TResult*)addresses[i], strides[i]);
            }

            if (count > 1 && IsSequence(new(columns, all), inputs, count))
            {
                OneByOne(function, new(columns, all), count);
                return;
            }

            // NumPy lets results follow close behind inputs, as an element by element loop could have it.
            using var copies = new InputCopies(new(columns, all), inputs, count);
            function.Run(columns, count, new HostRunner(Threads.Runner()), &conditions);
        }
        catch (Exception exception)
        {
            Failure.NoteOfLoop(exception);
        }

        FloatingPointFlags.Set(conditions, flags);
    }

    // Whether an element's result is an input of the next: reductions have one place for all results, accumulations write ahead of inputs.
    private static bool IsSequence(ReadOnlySpan<RawColumn> columns, int inputs, nint count)
    {
        for (int i = inputs; i < columns.Length; i++)
        {
            ref readonly RawColumn result = ref columns[i];
            if (result.Stride == 0)
                return true;
            foreach (ref readonly RawColumn input in columns[..inputs])
            {
                bool isAhead = result.Stride > 0 ? result.Address > input.Address : result.Address < input.Address;
                if (isAhead && Shape.Overlap(input, result, count))
                    return true;
            }
        }

        return false;
    }

    private static void OneByOne(PureFunction function, ReadOnlySpan<RawColumn> columns, nint count)
    {
        RawColumn* element = stackalloc RawColumn[columns.Length];
        for (nint i = 0; i < count; i++)
        {
            for (int column = 0; column < columns.Length; column++)
                element[column] = columns[column].From(i);
            function.Run(element, 1, default(CallingThread));
        }
    }
}
