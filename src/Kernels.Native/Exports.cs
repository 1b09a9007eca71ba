using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Kernels.Loops;

namespace Kernels.Native;

/// <summary>The C interface; kernels.h says what each function does.</summary>
internal static unsafe class Exports
{
    /// <summary>Changes whenever a caller of the last version would be wrong.</summary>
    private const int InterfaceVersion = 1;

    [UnmanagedCallersOnly(EntryPoint = "kn_abi_version", CallConvs = [typeof(CallConvCdecl)])]
    private static int GetVersion() => InterfaceVersion;

    [UnmanagedCallersOnly(EntryPoint = "kn_vector_bits", CallConvs = [typeof(CallConvCdecl)])]
    private static int GetVectorBits() => Width.Bits;

    [UnmanagedCallersOnly(EntryPoint = "kn_program_create", CallConvs = [typeof(CallConvCdecl)])]
    private static Status Create(byte* bytes, nint length, nint* handle) =>
        Guard(() => *handle = Handles.Make(PureFunction.FromBytes(new(bytes, checked((int)length)))));

    [UnmanagedCallersOnly(EntryPoint = "kn_program_parse", CallConvs = [typeof(CallConvCdecl)])]
    private static Status Parse(byte* text, nint length, int rounding, nint* handle) =>
        Guard(() => *handle = Handles.Make(PureFunction.Parse(Encoding.UTF8.GetString(text, checked((int)length)), (Rounding)rounding)));

    [UnmanagedCallersOnly(EntryPoint = "kn_program_free", CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => Guard(() => Handles.Free(handle));

    [UnmanagedCallersOnly(EntryPoint = "kn_program_bytes", CallConvs = [typeof(CallConvCdecl)])]
    private static nint GetBytes(nint handle, byte* buffer, nint capacity)
    {
        nint length = -1;
        Guard(() =>
        {
            byte[] bytes = Handles.FunctionOf(handle).ToBytes();
            bytes.AsSpan(0, (int)Math.Min(bytes.Length, capacity)).CopyTo(new(buffer, (int)Math.Min(capacity, int.MaxValue)));
            length = bytes.Length;
        });
        return length;
    }

    [UnmanagedCallersOnly(EntryPoint = "kn_program_text", CallConvs = [typeof(CallConvCdecl)])]
    private static nint GetText(nint handle, int explains, byte* buffer, nint capacity)
    {
        nint length = -1;
        Guard(() =>
        {
            var function = Handles.FunctionOf(handle);
            length = Failure.Write(explains != 0 ? function.Explain() : function.ToString(), buffer, capacity);
        });
        return length;
    }

    [UnmanagedCallersOnly(EntryPoint = "kn_program_run", CallConvs = [typeof(CallConvCdecl)])]
    private static Status Run(nint handle, Column* columns, long count, int threads)
    {
        try
        {
            var function = Handles.FunctionOf(handle);
            int all = function.Inputs.Count + function.Outputs.Count;
            RawColumn* raw = stackalloc RawColumn[all];
            for (int i = 0; i < all; i++)
                raw[i] = columns[i].ToRaw();
            if (count < 0)
                throw new ArgumentOutOfRangeException(nameof(count), count, "The number of elements is negative.");
            Shape.CheckColumns(new(raw, all), function.Inputs.Count, count);
            function.Run(raw, count, new HostRunner(Threads.Runner(threads)));
            return Status.Done;
        }
        catch (Exception exception)
        {
            return Failure.Note(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "kn_program_invoke", CallConvs = [typeof(CallConvCdecl)])]
    private static Status Invoke(nint handle, double* arguments, double* results)
    {
        try
        {
            var function = Handles.FunctionOf(handle);
            function.Invoke(new ReadOnlySpan<double>(arguments, function.Inputs.Count), new Span<double>(results, function.Outputs.Count));
            return Status.Done;
        }
        catch (Exception exception)
        {
            return Failure.Note(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "kn_threads_set", CallConvs = [typeof(CallConvCdecl)])]
    private static void SetThreads(int number) => Guard(() => Threads.Number = number);

    [UnmanagedCallersOnly(EntryPoint = "kn_threads_get", CallConvs = [typeof(CallConvCdecl)])]
    private static int GetThreads() => Threads.Number;

    [UnmanagedCallersOnly(EntryPoint = "kn_threads_set_own", CallConvs = [typeof(CallConvCdecl)])]
    private static void SetOwnThreads(int number) => Threads.SetForThread(number);

    [UnmanagedCallersOnly(EntryPoint = "kn_error", CallConvs = [typeof(CallConvCdecl)])]
    private static nint GetError(byte* buffer, nint capacity) => Failure.Write(Failure.Text, buffer, capacity);

    [UnmanagedCallersOnly(EntryPoint = "kn_loop_failures", CallConvs = [typeof(CallConvCdecl)])]
    private static int* GetLoopFailures() => Failure.Untaken;

    [UnmanagedCallersOnly(EntryPoint = "kn_loop_status", CallConvs = [typeof(CallConvCdecl)])]
    private static Status TakeLoopStatus() => Failure.TakeOfLoop();

    [UnmanagedCallersOnly(EntryPoint = "kn_host_set", CallConvs = [typeof(CallConvCdecl)])]
    private static void SetHost(void* acquire, void* check, void* fetch, void* release) => Host.Set(acquire, check, fetch, release);

    [UnmanagedCallersOnly(EntryPoint = "kn_host_take", CallConvs = [typeof(CallConvCdecl)])]
    private static void TakeOfHost(nint* exception) => Host.Take(exception);

    [UnmanagedCallersOnly(EntryPoint = "kn_allocated_bytes", CallConvs = [typeof(CallConvCdecl)])]
    private static long GetAllocatedBytes() => GC.GetTotalAllocatedBytes(precise: false);

    private static Status Guard(Action action)
    {
        try
        {
            action();
            return Status.Done;
        }
        catch (Exception exception)
        {
            return Failure.Note(exception);
        }
    }

    /// <summary>A column as C hands it over.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Column
    {
        private readonly void* _address;
        private readonly nint _stride;
        private readonly int _format;

        public RawColumn ToRaw() => (ColumnFormat)_format switch
        {
            ColumnFormat.Double => RawColumn.Of((double*)_address, _stride),
            ColumnFormat.Single => RawColumn.Of((float*)_address, _stride),
            ColumnFormat.Int32 => RawColumn.Of((int*)_address, _stride),
            ColumnFormat.Int64 => RawColumn.Of((long*)_address, _stride),
            _ => throw new ArgumentException($"There is no format {_format}."),
        };
    }
}
