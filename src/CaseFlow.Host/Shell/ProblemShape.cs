using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Shell;

/// <summary>The shape of a problem for the OpenAPI document; <see cref="ApiProblem"/> writes it by hand.</summary>
/// <param name="Code">Stable: programs go by it.</param>
/// <param name="Detail">A sentence that a person can act on.</param>
/// <param name="Allowed">What is possible instead.</param>
/// <param name="Missing">Everything that must be there first.</param>
/// <param name="Errors">Each wrong field, or each place in a definition.</param>
/// <param name="Worker">Who is working on the case already.</param>
/// <param name="Version">The version that the case is at now.</param>
internal sealed record ProblemShape(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string[]? Allowed,
    Missing[]? Missing,
    FieldError[]? Errors,
    string? Worker,
    int? Version
);
