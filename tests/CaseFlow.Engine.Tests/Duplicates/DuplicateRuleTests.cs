using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Duplicates;

/// <summary>What is like what, and what a process makes of it.</summary>
public sealed class DuplicateRuleTests
{
    private static readonly Duplicate Alike = new(Guid.Empty, "CAS-1", 0.8m);

    [Theory]
    [InlineData("Printer on fire", "printer ON fire!", 1)]
    [InlineData("Écran noir", "ecran  noir", 1)]
    [InlineData("Printer on fire", "Fire on the printer", 0.86)]
    [InlineData("Printer on fire", "Printer jammed", 0.4)]
    [InlineData("Printer on fire", "Invoice wrong", 0)]
    [InlineData("???", "???", 0)]
    public void Titles_are_alike_by_the_words_that_they_share(string one, string other, double score)
    {
        Assert.Equal((decimal)score, TitleLikeness.Score(one, other));
        Assert.Equal((decimal)score, TitleLikeness.Score(other, one));
    }

    [Fact]
    public void A_process_that_refuses_duplicates_lets_who_knows_of_them_go_on()
    {
        var strict = Of("duplicates: refuse").KnowingOf(new() { Customer = Contoso, Duplicates = [Alike] });

        Assert.Equal("CAS-1", strict.ThenRefused(Create(), "likely-duplicates").Missing.Single().Name);
        Assert.True(Ignored(strict, ignoring: true)!.Confirmed);
        Assert.Null(Ignored(strict.KnowingOf(new() { Customer = Contoso }), ignoring: false));
    }

    [Fact]
    public void Any_other_opens_the_case_and_writes_them_down() =>
        Assert.False(
            Ignored(
                Of("duplicates: warn").KnowingOf(new() { Customer = Contoso, Duplicates = [Alike] }),
                false
            )!.Confirmed
        );

    [Fact]
    public void A_process_says_what_it_makes_of_them_and_how_far_it_looks_back()
    {
        Assert.Equal(
            new DuplicatePolicy(DuplicateMode.Off, TimeSpan.FromDays(30)),
            Of("duplicates: off, duplicates-within: 30 days").Process.Parts.Policies.Duplicates
        );
        Assert.Equal(DuplicatePolicy.Default, TestProcesses.Plain.Process.Parts.Policies.Duplicates);
    }

    private static CaseEvent.DuplicatesIgnored? Ignored(CaseSpec spec, bool ignoring) =>
        ((Decision.Accepted)spec.Ask(one => (CaseCommand.Create)Create()(one) with { IgnoringDuplicates = ignoring }))
            .Events.OfType<CaseEvent.DuplicatesIgnored>()
            .SingleOrDefault();

    private static CaseSpec Of(string policies) =>
        CaseSpec.Of(
            $$"""
            process: strict
            title: Strict
            statuses:
              active: { new: { initial: true } }
              resolved: { done: }
            transitions: any
            policies: { {{policies}} }
            """
        );
}
