namespace ResidentPortal.Core.History;

/// <summary>How far an act has come that takes its way in stages of its own.</summary>
/// <param name="All">The whole way, from the first stage to the last.</param>
/// <param name="Place">The number of the stage it is in, from one.</param>
/// <param name="SeenAt">When the platform was last asked.</param>
public sealed record ActStages(IReadOnlyList<ActStage> All, int Place, DateTimeOffset SeenAt)
{
    /// <summary>The stage it is in.</summary>
    public ActStage Current => All[Place - 1];
}

/// <summary>One stage of an act.</summary>
/// <param name="Name">Its name in the act's feature, by which words call it.</param>
/// <param name="At">When it was first seen, if it was.</param>
public sealed record ActStage(string Name, DateTimeOffset? At);
