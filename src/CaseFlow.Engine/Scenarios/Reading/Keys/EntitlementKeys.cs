using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of the entitlement that the customer of a scenario has.</summary>
internal static class EntitlementKeys
{
    public static readonly Key Name = new("name", Shape.AnyText, "What it is called.");

    public static readonly Key Sla = new("sla", Shape.AnyText, "The SLA that it supplies.");

    public static readonly Key Level = new("level", Shape.AnyText, "Its level, such as gold.");

    public static readonly Section Section = new("entitlement", [Name, Sla, Level]);
}
