using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of what must be so of a case.</summary>
internal sealed class ThenKeys
{
    public const string Sla = "sla";
    public const string Fired = "fired";

    public ThenKeys(ProcessWords words) =>
        Section = new Section(
            "list of expectations",
            [
                new("state", new Shape.Word("active", "resolved", "cancelled"), "What may be done to the case at all."),
                new("status", words.Status, "Its status."),
                new("stage", words.Stage, "Its stage."),
                new("path", new Shape.OneOrMany(words.StageOnPath), "The stages travelled, in their order."),
                new("queue", words.QueueOrNone, "The queue that it waits in, or none."),
                new("rule", words.Rule, "The routing rule that sent it to a queue last, or otherwise."),
                new("worker", Shape.AnyText, "Who works on it, or none."),
                new("owner", Shape.AnyText, "The user who owns it, or none."),
                new("team", Shape.AnyText, "The team that owns it, or none."),
                new("title", Shape.AnyText, "What it is about."),
                new("customer", Shape.AnyText, "The name of its customer."),
                new("contact", Shape.AnyText, "The name of its contact, or none."),
                new(Sla, words.Clocks, "Its SLA clocks by their KPIs; those not named can stand as they like."),
                new(
                    Fired,
                    new Shape.OneOrMany(words.FiredOrNone),
                    "The automation rules that this step made fire, or all steps at the end, in their order; or none."
                ),
                words.Fields("Its fields; those not named can be anything."),
                new("version", new Shape.Whole(1, 1_000_000), "How many events it has had."),
                new("resolution", Shape.AnyText, "How it was resolved, or none."),
                new(
                    "possible",
                    new Shape.OneOrMany(Shape.AnyText),
                    "Commands that can be given now, such as 'resolve problem-solved'."
                ),
                new("not-possible", new Shape.OneOrMany(Shape.AnyText), "Commands that cannot be given now."),
                ProcessWords.By,
                ProcessWords.Roles,
            ]
        );

    public Section Section { get; }
}
