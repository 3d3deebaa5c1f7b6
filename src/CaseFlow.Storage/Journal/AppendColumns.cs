using CaseFlow.Engine.Cases;
using Npgsql;

namespace CaseFlow.Storage;

/// <summary>
/// A group of appends by columns, in the order in which <see cref="PostgreSqlJournalWriter"/>'s statement names them:
/// first one entry an append, then one an event.
/// </summary>
internal sealed class AppendColumns
{
    private readonly ArrayParameters arrays;
    private readonly List<int> number;
    private readonly List<Guid?> id;
    private readonly List<int> expected;
    private readonly List<string?> ticket;
    private readonly List<string?> process;
    private readonly List<string?> definition;
    private readonly List<int> version;
    private readonly List<string?> state;
    private readonly List<string?> status;
    private readonly List<string?> stage;
    private readonly List<string?> queue;
    private readonly List<string?> worker;
    private readonly List<string?> owner;
    private readonly List<string?> team;
    private readonly List<Guid?> customer;
    private readonly List<Guid?> contact;
    private readonly List<string?> title;
    private readonly List<string?> priority;
    private readonly List<string?> origin;
    private readonly List<string?> subject;
    private readonly List<long?> createdAt;
    private readonly List<long?> modifiedAt;
    private readonly List<long?> closedAt;
    private readonly List<long?> dueAt;
    private readonly List<long?> riskAt;
    private readonly List<long?> missedAt;
    private readonly List<byte[]?> head;
    private readonly List<byte[]?> snapshot;
    private readonly List<int> count;
    private readonly List<string?> types;
    private readonly List<bool> queueChanges;
    private readonly List<long?> since;
    private readonly List<string?> answerUser;
    private readonly List<string?> answerKey;
    private readonly List<byte[]?> fingerprint;
    private readonly List<int> answerStatus;
    private readonly List<byte[]?> body;
    private readonly List<string?> etag;
    private readonly List<string?> location;
    private readonly List<long?> answerAt;
    private readonly List<Guid?> eventCase;
    private readonly List<int> eventPosition;
    private readonly List<byte[]?> eventJson;
    private readonly List<long?> eventAt;
    private readonly List<string?> eventBy;
    private readonly List<string?> eventDefinition;
    private readonly List<byte[]?> eventHash;

    public AppendColumns(NpgsqlParameterCollection parameters)
    {
        arrays = new(parameters);
        number = arrays.Integers();
        id = arrays.Ids();
        expected = arrays.Integers();
        ticket = arrays.Texts();
        process = arrays.Texts();
        definition = arrays.Texts();
        version = arrays.Integers();
        state = arrays.Texts();
        status = arrays.Texts();
        stage = arrays.Texts();
        queue = arrays.Texts();
        worker = arrays.Texts();
        owner = arrays.Texts();
        team = arrays.Texts();
        customer = arrays.Ids();
        contact = arrays.Ids();
        title = arrays.Texts();
        priority = arrays.Texts();
        origin = arrays.Texts();
        subject = arrays.Texts();
        createdAt = arrays.Longs();
        modifiedAt = arrays.Longs();
        closedAt = arrays.Longs();
        dueAt = arrays.Longs();
        riskAt = arrays.Longs();
        missedAt = arrays.Longs();
        head = arrays.Blobs();
        snapshot = arrays.Utf8();
        count = arrays.Integers();
        types = arrays.Texts();
        queueChanges = arrays.Flags();
        since = arrays.Longs();
        answerUser = arrays.Texts();
        answerKey = arrays.Texts();
        fingerprint = arrays.Blobs();
        answerStatus = arrays.Integers();
        body = arrays.Blobs();
        etag = arrays.Texts();
        location = arrays.Texts();
        answerAt = arrays.Longs();
        eventCase = arrays.Ids();
        eventPosition = arrays.Integers();
        eventJson = arrays.Utf8();
        eventAt = arrays.Longs();
        eventBy = arrays.Texts();
        eventDefinition = arrays.Texts();
        eventHash = arrays.Blobs();
    }

    public void Fill(IReadOnlyList<PreparedAppend> group)
    {
        arrays.Clear();

        // Writers on other nodes take the rows' locks in the same order, so that two groups do not block each other.
        foreach (var (index, append) in group.Index().OrderBy(pair => pair.Item.Row?.Id))
        {
            number.Add(index);
            AddRow(append);
            AddAnswer(append.Answer);
            AddEvents(append);
        }
    }

    private void AddRow(PreparedAppend append)
    {
        var row = append.Row;
        id.Add(row?.Id);
        expected.Add(append.Expected);
        ticket.Add(row?.Ticket);
        process.Add(row?.Process);
        definition.Add(row?.Definition);
        version.Add(row?.Version ?? 0);
        state.Add(row is null ? null : StateNames.Of(row.State));
        status.Add(row?.Status);
        stage.Add(row?.Stage);
        queue.Add(row?.Queue);
        worker.Add(row?.Worker);
        owner.Add(row?.Owner);
        team.Add(row?.Team);
        customer.Add(row?.CustomerId);
        contact.Add(row?.ContactId);
        title.Add(row?.Title);
        priority.Add(row?.Priority);
        origin.Add(row?.Origin);
        subject.Add(row?.Subject);
        createdAt.Add(row?.CreatedAt.UtcTicks);
        modifiedAt.Add(row?.ModifiedAt.UtcTicks);
        closedAt.Add(row?.ClosedAt?.UtcTicks);
        dueAt.Add(row?.DueAt?.UtcTicks);
        riskAt.Add(row?.RiskAt?.UtcTicks);
        missedAt.Add(row?.MissedAt?.UtcTicks);
        head.Add(row?.Head);
        snapshot.Add(row?.Snapshot);
        count.Add(append.Events.Length);
        types.Add(append.Types);
        queueChanges.Add(append.QueueItemChanges);
        since.Add(append.QueueItem?.Since.UtcTicks);
    }

    private void AddAnswer(KeptAnswer? answer)
    {
        answerUser.Add(answer?.User);
        answerKey.Add(answer?.Key);
        fingerprint.Add(answer?.Fingerprint);
        answerStatus.Add(answer?.Status ?? 0);
        body.Add(answer?.Body);
        etag.Add(answer?.Etag);
        location.Add(answer?.Location);
        answerAt.Add(answer?.At.UtcTicks);
    }

    private void AddEvents(PreparedAppend append)
    {
        foreach (var happened in append.Events)
        {
            eventCase.Add(happened.CaseId);
            eventPosition.Add(happened.Position);
            eventJson.Add(happened.Json);
            eventAt.Add(happened.At.UtcTicks);
            eventBy.Add(happened.By);
            eventDefinition.Add(happened.Definition);
            eventHash.Add(happened.Hash);
        }
    }
}
