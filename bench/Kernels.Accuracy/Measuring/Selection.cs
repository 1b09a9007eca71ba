using Kernels.Yardsticks.Contenders;

namespace Kernels.Accuracy.Measuring;

/// <summary>The contenders whose errors are worth measuring, and those that are not there.</summary>
internal sealed record Selection(IReadOnlyList<Contender> Contenders, IReadOnlyList<string> Missing)
{
    /// <param name="names">Parts of names, or whole ones, which then mean no other; none for the default choice.</param>
    /// <param name="token">Checked before each compilation of a native contender.</param>
    public static Selection Gather(IReadOnlyList<string> names, CancellationToken token)
    {
        var native = new List<string>();
        var field = Field.Gather(name =>
        {
            token.ThrowIfCancellationRequested();
            native.Add(name);
            return names.Count == 0 || names.Any(part => Contains(name, part));
        });
        if (names.Count == 0)
            return new([.. field.Contenders.Where(HasBitsOfItsOwn)], field.Missing);

        var chosen = new HashSet<Contender>();
        foreach (string part in names)
        {
            var matching = field.Contenders.Where(contender => Contains(contender.Name, part)).ToList();
            var whole = matching.Where(contender => contender.Name.Equals(part, StringComparison.OrdinalIgnoreCase)).ToList();
            chosen.UnionWith(whole.Count > 0 ? whole : matching);
            if (matching.Count == 0 && !field.Missing.Any(line => Contains(line, part)))
            {
                var there = field.Contenders.Select(contender => contender.Name).Union(native);
                throw new UsageException($"--contender '{part}' is part of no name; there are: {string.Join("; ", there)}");
            }
        }

        return new([.. field.Contenders.Where(chosen.Contains)], field.Missing);
    }

    // Every width and thread count of ours gives the same bits, and Math.NET calls Math for each element.
    private static bool HasBitsOfItsOwn(Contender contender) =>
        !contender.AllCores && contender is not (OursAtWidth or MathNetPointwise or MathNetMap);

    private static bool Contains(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
