namespace Kernels.Cli.Files;

/// <summary>Where a name leads: an absolute path without links, and without .. and its like.</summary>
/// <remarks>
/// .NET drops <c>folder/..</c> from a name before the system sees it, and so takes another file where the folder is a link. The last part,
/// or more, need not exist: a link may lead to a file that is to come.
/// </remarks>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The path behind a name; the name itself where the file has none, such as a pipe under /dev/stdout.</summary>
    public static string Of(string name)
    {
        string path = Follow(name);
        return FileStatus.Of(path) == FileStatus.Of(name) ? path : name;
    }

    private static string Follow(string name)
    {
        // Windows, too, drops the dots before it looks for links.
        string start = OperatingSystem.IsWindows() ? Path.GetFullPath(name) : Path.Combine(Environment.CurrentDirectory, name);
        string path = Path.GetPathRoot(start)!;
        var parts = new Stack<string>();
        Push(start[path.Length..]);
        for (int links = 0; parts.TryPop(out string? part);)
        {
            if (part == "..")
            {
                path = Path.GetDirectoryName(path) ?? path;
            }
            else if (part != ".")
            {
                string next = Path.Combine(path, part);
                if (new FileInfo(next).LinkTarget is not { } target)
                {
                    path = next;
                    continue;
                }

                if (++links > MostLinks)
                    throw new IOException("too many levels of symbolic links");
                string root = Path.GetPathRoot(target)!;
                path = root.Length > 0 ? root : path;
                Push(target[root.Length..]);
            }
        }

        return path;

        // The first part on top.
        void Push(string relative)
        {
            char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
            foreach (string part in relative.Split(separators, StringSplitOptions.RemoveEmptyEntries).Reverse())
                parts.Push(part);
        }
    }
}
