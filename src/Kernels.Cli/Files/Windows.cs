using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kernels.Cli.Files;

/// <summary>What .NET does not offer of Windows's files.</summary>
internal static partial class Windows
{
    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetInformation(SafeFileHandle file, out Information information);

    /// <summary>BY_HANDLE_FILE_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Information
    {
        public uint Attributes;
        public Moment Created, Accessed, Written;
        public uint Volume;
        public uint SizeHigh, SizeLow;
        public uint Links;
        public uint IndexHigh, IndexLow;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Moment
    {
        public uint Low, High;
    }
}
