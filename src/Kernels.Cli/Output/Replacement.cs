namespace Kernels.Cli.Output;

/// <summary>Which files may be replaced by a result.</summary>
internal enum Replacement
{
    None,

    /// <summary>Pictures that this program drew.</summary>
    OwnPictures,

    /// <summary>All but those that are read-only: the user has said so.</summary>
    All,
}
