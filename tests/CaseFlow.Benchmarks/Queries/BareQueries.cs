using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks;

/// <summary>
/// The least that answers with the rows of the four queries: prepared statements on one connection, each column written as JSON, behind
/// endpoints of the same host, one request at a time.
/// </summary>
internal sealed class BareQueries : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly ImmutableArray<CaseId> cases;
    private readonly SqliteStatement queuePage;
    private readonly SqliteStatement customers;
    private readonly SqliteStatement text;
    private readonly SqliteStatement count;
    private readonly SqliteStatement similar;
    private readonly SqliteStatement textOfHit;
    private readonly SqliteStatement snapshot;
    private readonly SqliteStatement view;

    public BareQueries(BenchmarkDatabase database, ImmutableArray<CaseId> cases)
    {
        this.cases = cases;
        connection = SqliteConnections.OpenReader(database.ConnectionString);
        queuePage = new(
            connection,
            """
            SELECT q.*, c.ticket, c.title, c.status, c.customer_id FROM queue_items q JOIN cases c ON c.id = q.case_id
            WHERE q.process = 'desk' AND q.queue = ? AND q.priority = 'high' ORDER BY q.since, q.case_id LIMIT 51
            """
        );
        customers = new(
            connection,
            "SELECT * FROM customers WHERE search_name >= ? AND search_name < ? ORDER BY search_name, id LIMIT 11"
        );
        text = new(connection, "SELECT * FROM case_texts WHERE case_id = ?");
        count = new(
            connection,
            "SELECT count(*) FROM (SELECT 1 FROM case_search WHERE case_search MATCH ? LIMIT 1001)"
        );
        similar = new(
            connection,
            """
            SELECT t.id, -bm25(case_search, 10.0, 1.0, 1.0, 2.0)
            FROM case_search CROSS JOIN case_texts t ON t.id = case_search.rowid CROSS JOIN cases c ON c.id = t.case_id
            WHERE case_search MATCH ? AND c.state = 'resolved' ORDER BY 2 DESC, 1 DESC LIMIT 100
            """
        );
        textOfHit = new(connection, "SELECT * FROM case_texts WHERE id = ?");
        snapshot = new(
            connection,
            "SELECT c.snapshot, c.head FROM cases c JOIN case_texts t ON t.case_id = c.id WHERE t.id = ?"
        );
        view = new(
            connection,
            """
            SELECT c.id, o.id, c.snapshot FROM outbox o JOIN cases c ON c.id = o.case_id
            WHERE c.state = 'active' AND c.priority = 'high' AND c.version = o.position + o.count - 1
            ORDER BY o.id DESC LIMIT 51
            """
        );
    }

    public void QueuePage(Utf8JsonWriter json, int number) =>
        Write(json, queuePage.Bind(Desk.QueueOf(number)), "btttbnttbb");

    public void CustomerLookup(Utf8JsonWriter json, int number)
    {
        var (from, to) = CustomerSearch.RangeOf(DeskSeed.BeginningOf(number));
        Write(json, customers.Bind(from).Bind(to), "bttttttbnt");
    }

    public void Similar(Utf8JsonWriter json, int number)
    {
        var words = TitleOf(HostQueries.CaseAt(cases, number)).Split(' ');
        foreach (var word in words)
        {
            Write(json, count.Bind($"\"{word}\""), "n");
        }

        var rare = string.Join(" OR ", words.Where((_, place) => place % 2 == 1).Select(word => $"\"{word}\""));
        var hits = new List<long>();
        similar.Bind(rare);
        while (similar.Step())
        {
            hits.Add(similar.Number(0));
        }

        similar.Reset();
        hits.ForEach(hit => Read(textOfHit.Bind(hit), columns: 8));
        hits.Take(5).ToList().ForEach(hit => Write(json, snapshot.Bind(hit), "tb"));
    }

    public void SavedView(Utf8JsonWriter json, int number) => Write(json, view, "bnt");

    public void Dispose()
    {
        SqliteStatement[] all = [queuePage, customers, text, count, similar, textOfHit, snapshot, view];
        foreach (var statement in all)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private string TitleOf(CaseId id)
    {
        text.Bind(id.Value).Step();
        var title = text.Text(4)!;
        text.Reset();
        return title;
    }

    /// <param name="kinds">A letter for each column: a number, a text, or bytes.</param>
    private static void Write(Utf8JsonWriter json, SqliteStatement statement, string kinds)
    {
        while (statement.Step())
        {
            json.WriteStartArray();
            for (var column = 0; column < kinds.Length; column++)
            {
                switch (kinds[column])
                {
                    case 'n':
                        json.WriteNumberValue(statement.Number(column));
                        break;
                    case 't':
                        json.WriteStringValue(statement.Bytes(column));
                        break;
                    default:
                        json.WriteBase64StringValue(statement.Bytes(column));
                        break;
                }
            }

            json.WriteEndArray();
        }

        statement.Reset();
    }

    private static void Read(SqliteStatement statement, int columns)
    {
        while (statement.Step())
        {
            for (var column = 0; column < columns; column++)
            {
                _ = statement.Bytes(column).Length;
            }
        }

        statement.Reset();
    }
}
