using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Tests.Cases;
using CsCheck;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Entitlements.Contracts;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>Whatever commands come, in whatever order: no term is lost, none is made, and none is given back twice.</summary>
public sealed class LedgerProperties
{
    private static readonly ImmutableArray<EntitlementFacts> All =
    [
        TenCases with
        {
            IsDefault = true,
            Total = new("", 120, 0),
        },
        TenResolutions with
        {
            Id = Numbered(2),
            Channels = [new("phone", 60, 0)],
        },
        TenHours with
        {
            Id = Numbered(3),
            Total = new("", 100, 0),
            Products = ["Phone"],
        },
        TenHours with
        {
            Id = Numbered(4),
            IsRestricted = false,
            Total = new("", 0, 0),
        },
    ];

    private static readonly Gen<Guid?> Ids = Gen.Int[0, 5].Select(n => n == 0 ? (Guid?)null : Numbered(n));

    private static readonly Gen<Func<CaseSpec, CaseCommand>> Commands = Gen.Frequency(
        (2, Ids.Select(id => Open(id))),
        (4, Ids.Select(Choose)),
        (3, Gen.Bool.Select(on => Switch(on))),
        (3, Gen.Bool.Select(one => one ? "Phone" : "Laptop").Select(product => Edit(("product", Text(product))))),
        (3, Gen.Bool.Select(one => one ? "phone" : "email").Select(origin => Edit(("origin", Text(origin))))),
        (4, Gen.Int[0, 200].Select(minutes => Resolve("done", minutes: minutes))),
        (3, Gen.Const(Cancel("cancelled"))),
        (6, Gen.Const(Reactivate("open")))
    );

    [Fact]
    public void The_balance_is_the_total_less_the_entries_and_no_restricted_one_is_below_nothing() =>
        Commands
            .Array[1, 60]
            .Sample(
                commands =>
                {
                    var spec = TestProcesses.Plain;
                    var used = new Dictionary<(Guid, string), long>();
                    foreach (var command in commands)
                    {
                        spec = spec.With([.. All.Select(one => Now(one, used))]);
                        if (spec.Ask(command) is Decision.Accepted(var events))
                        {
                            foreach (var happened in events)
                            {
                                Write(happened, used);
                            }

                            spec = spec with
                            {
                                Case = events.Aggregate(spec.Case, CaseHistory.Evolve),
                                At = spec.At.AddMinutes(1),
                            };
                            Check(spec.Case, used);
                        }
                    }
                },
                iter: 3_000
            );

    private static void Check(Case? current, Dictionary<(Guid, string), long> used)
    {
        // One case alone uses these entitlements, so what is used is what it holds.
        var taken = current?.Taken;
        foreach (var ((id, channel), units) in used)
        {
            Assert.Equal(
                taken is not null && taken.Entitlement == id && (channel.Length == 0 || channel == taken.Channel)
                    ? taken.Units
                    : 0,
                units
            );
        }

        Assert.True(taken is null or { Units: > 0 });
        Assert.True(taken is null || current!.Entitlement == taken.Entitlement);
        Assert.True(taken is not { On: Decrease.Resolution } || current!.State == CaseState.Resolved);
        Assert.True(taken is null || current!.State != CaseState.Cancelled);
        Assert.All(All.Where(one => one.IsRestricted), one => Assert.True(Now(one, used).Total.Remaining >= 0));
    }

    private static void Write(CaseEvent happened, Dictionary<(Guid, string), long> used)
    {
        var (id, channel, units) = happened switch
        {
            CaseEvent.TermsTaken taken => (taken.Entitlement, taken.Channel, taken.Units),
            CaseEvent.TermsReturned returned => (returned.Entitlement, returned.Channel, -returned.Units),
            _ => (Guid.Empty, null, 0),
        };
        used[(id, "")] = used.GetValueOrDefault((id, "")) + units;
        if (channel is not null)
        {
            used[(id, channel)] = used.GetValueOrDefault((id, channel)) + units;
        }
    }

    private static EntitlementFacts Now(EntitlementFacts one, Dictionary<(Guid, string), long> used) =>
        one with
        {
            Total = one.Total with { Used = used.GetValueOrDefault((one.Id, "")) },
            Channels =
            [
                .. one.Channels.Select(row => row with { Used = used.GetValueOrDefault((one.Id, row.Channel)) }),
            ],
        };
}
