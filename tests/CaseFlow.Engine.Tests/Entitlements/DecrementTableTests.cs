using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Entitlements.Contracts;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>The table of what each event takes and gives back, row by row, as docs/entitlements.md has it.</summary>
public sealed class DecrementTableTests
{
    private static readonly Func<CaseSpec, Engine.Cases.CaseCommand> Solve = Resolve("done", minutes: 90);

    public enum Contract
    {
        OnCreation,
        OnResolution,
        Hours,
    }

    [Theory]
    [InlineData(Contract.OnCreation, 60)]
    [InlineData(Contract.OnResolution, 0)]
    [InlineData(Contract.Hours, 0)]
    public void Opening_a_case_with_it(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).Takes(Open(Id)));

    [Theory]
    [InlineData(Contract.OnCreation, 60)]
    [InlineData(Contract.OnResolution, 0)]
    [InlineData(Contract.Hours, 0)]
    public void Setting_it_later(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).After(Open(null)).Takes(Choose(Id)));

    [Theory]
    [InlineData(Contract.OnCreation, 0)]
    [InlineData(Contract.OnResolution, 60)]
    [InlineData(Contract.Hours, 90)]
    public void Resolving(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).After(Open(Id)).Takes(Solve));

    [Theory]
    [InlineData(Contract.OnCreation, 0)]
    [InlineData(Contract.OnResolution, -60)]
    [InlineData(Contract.Hours, -90)]
    public void Reactivating_what_was_resolved(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).After(Open(Id), Solve).Takes(Reactivate("open")));

    [Theory]
    [InlineData(Contract.OnCreation, -60)]
    [InlineData(Contract.OnResolution, 0)]
    [InlineData(Contract.Hours, 0)]
    public void Cancelling(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).After(Open(Id)).Takes(Cancel("cancelled")));

    [Theory]
    [InlineData(Contract.OnCreation, 60)]
    [InlineData(Contract.OnResolution, 0)]
    [InlineData(Contract.Hours, 0)]
    public void Reactivating_what_was_cancelled(Contract contract, long units) =>
        Assert.Equal(units, Case(contract).After(Open(Id), Cancel("cancelled")).Takes(Reactivate("open")));

    [Theory]
    [InlineData(Contract.OnCreation)]
    [InlineData(Contract.OnResolution)]
    [InlineData(Contract.Hours)]
    public void Switching_on_do_not_decrement_takes_and_gives_nothing_then_or_later(Contract contract)
    {
        var opened = Case(contract).After(Open(null), Switch(on: true));

        Assert.Equal(0, opened.Takes(Choose(Id)));
        Assert.Equal(0, opened.After(Choose(Id)).Takes(Solve));
        Assert.Equal(0, Case(contract).After(Open(Id)).Takes(Switch(on: true)));
    }

    private static CaseSpec Case(Contract contract) =>
        TestProcesses.Plain.With(
            contract switch
            {
                Contract.OnCreation => TenCases,
                Contract.OnResolution => TenResolutions,
                _ => TenHours,
            }
        );
}
