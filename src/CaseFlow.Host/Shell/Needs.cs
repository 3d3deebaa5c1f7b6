using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Shell;

/// <summary>The problem of a request that leaves out what it cannot do without.</summary>
internal static class Needs
{
    public static ApiProblem Field(string field, string detail) =>
        ApiProblem.Of(new Refusal.FieldsInvalid([new FieldError(field, detail)]));
}
