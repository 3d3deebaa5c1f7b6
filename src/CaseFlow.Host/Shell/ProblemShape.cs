using System.Text.Json;
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
/// <param name="Changes">What is different now from what the asker saw, field by field.</param>
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
    int? Version,
    ChangedField[]? Changes
);

/// <summary>A field of a case that has changed.</summary>
/// <param name="Seen">What it was in the version that the asker saw.</param>
/// <param name="Now">What it is now.</param>
internal sealed record ChangedField(string Field, JsonElement Seen, JsonElement Now);
