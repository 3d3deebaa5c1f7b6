using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Cases;

/// <summary>The shape of one possible command for the OpenAPI document; <see cref="PossibleCommands"/> writes it by hand.</summary>
/// <param name="To">The status, stage or queue that it leads to.</param>
/// <param name="Asks">What has to be given with it.</param>
/// <param name="Code">Where it is not allowed: the code that it would be refused with.</param>
/// <param name="Why">Where it is not allowed: a sentence.</param>
/// <param name="Missing">Everything that must be there first.</param>
/// <param name="Instead">What is possible instead.</param>
internal sealed record PossibleCommandShape(
    string Command,
    string? To,
    string? Title,
    string[]? Asks,
    bool Allowed,
    string? Code,
    string? Why,
    Missing[]? Missing,
    string[]? Instead
);
