namespace CaseFlow.Engine.Cases;

/// <summary>What a decision needs to know beside the case: given as values, so that it can be taken again later.</summary>
public sealed record CaseFacts
{
    public static CaseFacts None { get; } = new();

    /// <summary>The customer that the case has, or will have by the command; null where there is no such customer.</summary>
    public CustomerFacts? Customer { get; init; }

    /// <summary>The contact that the case has, or will have by the command; null where there is none.</summary>
    public CustomerFacts? Contact { get; init; }

    /// <summary>The case that a cancelled case becomes part of, or that is linked as similar; null where there is no such case.</summary>
    public SurvivorFacts? Survivor { get; init; }
}

/// <summary>An account or a contact, as conditions see it.</summary>
/// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
/// <param name="Account">The account that a contact belongs to.</param>
public sealed record CustomerFacts(
    Guid Id,
    string Kind,
    string Name,
    string? Email,
    string? Phone,
    string? Tier,
    Guid? Account
);

/// <summary>The case that another one is merged into.</summary>
public sealed record SurvivorFacts(CaseId Id, CaseState State);
