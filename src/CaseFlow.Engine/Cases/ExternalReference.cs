namespace CaseFlow.Engine.Cases;

/// <summary>What a case is called elsewhere: of two cases only one has it, for good.</summary>
/// <param name="Source">Who calls it so, such as the name of a webhook.</param>
public sealed record ExternalReference(string Source, string Key);
