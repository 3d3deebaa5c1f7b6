using System.Globalization;
using System.Net.Http.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Bulk;

/// <summary>Cases as the product opens them, straight into the journal, for tests that need thousands.</summary>
internal static class ManyCases
{
    // No promises and no routing: thousands of cases are about the job, and not about what each of them could do.
    private const string Plain = """
        process: plain
        title: Plain
        statuses: { active: { open: { initial: true } }, resolved: { done: }, cancelled: { dropped: } }
        transitions: any
        """;

    public static async Task<CaseId[]> Open(this RunningHost host, Guid customer, int count, DateTimeOffset at)
    {
        using var dora = host.As("dora", "designer");
        await dora.PostAsJsonAsync("/api/processes/publish", new { source = Plain }).Ok();
        var journal = host.Services.GetRequiredService<CaseJournal>();
        var process = host.Services.GetRequiredService<ProcessCatalog>().Newest("plain")!;
        var told = new CaseFacts { Customer = new(customer, "account", "Contoso", null, null, null, null) };
        var ann = new Actor("ann", Role.Agent);
        var opened = Enumerable
            .Range(1, count)
            .Select(number => new CaseCommand.Create(
                new CaseId(Guid.CreateVersion7(at)),
                string.Create(CultureInfo.InvariantCulture, $"CAS-MANY-{number:00000}"),
                "One of many",
                customer,
                Contact: null,
                FieldValues.Of([])
            )
            {
                By = ann,
                At = at,
            })
            .ToArray();
        await Task.WhenAll(
            opened.Select(async create =>
            {
                var decided = (Decision.Accepted)CaseDecider.Decide(process, null, create, told);
                var append = new CaseAppend(null, decided.Events);
                Assert.IsType<AppendResult.Appended>(await journal.Append(append, CancellationToken.None));
            })
        );
        return [.. opened.Select(create => create.Id)];
    }
}
