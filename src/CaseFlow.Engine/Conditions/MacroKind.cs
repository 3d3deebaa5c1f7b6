namespace CaseFlow.Engine.Conditions;

/// <summary>The macros that go over a list, or over the keys of a map.</summary>
public enum MacroKind
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

/// <summary>How the macros are written.</summary>
internal static class Macros
{
    public static MacroKind? Find(string name) =>
        name switch
        {
            "all" => MacroKind.All,
            "exists" => MacroKind.Exists,
            "exists_one" or "existsOne" => MacroKind.ExistsOne,
            "filter" => MacroKind.Filter,
            "map" => MacroKind.Map,
            _ => null,
        };

    public static string Name(this MacroKind kind) =>
        kind switch
        {
            MacroKind.All => "all",
            MacroKind.Exists => "exists",
            MacroKind.ExistsOne => "exists_one",
            MacroKind.Filter => "filter",
            _ => "map",
        };
}
