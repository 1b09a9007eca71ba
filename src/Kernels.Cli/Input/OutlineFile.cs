namespace Kernels.Cli.Input;

/// <summary>A CSV file with the points of a closed outline, one a line, each joined to the next and the last to the first.</summary>
internal static class OutlineFile
{
    private const int FewestPoints = 3;

    public static (double[] X, double[] Y) Read(string file)
    {
        var rows = NumberTable.Read(file, "x", "y");
        if (rows.Count < FewestPoints)
            throw new InputException(file, $"an outline has at least {FewestPoints} points, this one has {rows.Count}");
        return ([.. rows.Select(row => row.Values[0])], [.. rows.Select(row => row.Values[1])]);
    }
}
