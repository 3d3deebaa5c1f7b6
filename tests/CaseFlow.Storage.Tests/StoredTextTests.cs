using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is stored for ever: a change that fails one of these makes old histories unreadable or look tampered with.</summary>
public sealed class StoredTextTests
{
    private const string OpenedText = """
        {"type":"opened","id":"01950000-0000-7000-8000-000000000001","ticket":"CAS-00001","process":"incident",\
        "title":"Brûlé & \"chaud\"","customer":"01950000-0000-7000-8000-0000000dbba1",\
        "fields":{"cost":12.50,"origin":"phone","priority":"high"},"state":"active","status":"new","stage":"identify",\
        "by":"rita","at":"2026-03-02T09:00:00+01:00","definition":"0f1e2d3c4b5a69788796a5b4c3d2e1f0"}
        """;

    private static readonly string Stored = OpenedText.Replace("\\\n", "", StringComparison.Ordinal);

    [Fact]
    public void An_event_is_stored_by_its_promised_name_in_camel_case_without_nulls() =>
        Assert.Equal(Stored, JsonSerializer.Serialize(Open(1, title: "Brûlé & \"chaud\""), CaseJson.Stored.CaseEvent));

    [Fact]
    public void A_stored_event_reads_as_what_it_was() =>
        Assert.Equal(
            Open(1, title: "Brûlé & \"chaud\""),
            JsonSerializer.Deserialize(Stored, CaseJson.Stored.CaseEvent)
        );

    [Fact]
    public void The_hash_is_over_the_previous_hash_the_case_the_position_and_the_text()
    {
        var previous = EventHash.Read(SHA256.HashData("before"u8));
        byte[] id = Convert.FromHexString("01950000000070008000000000000001");
        byte[] text = Encoding.UTF8.GetBytes(Stored);

        var hash = previous.Next(Id(1), 258, text);

        Assert.Equal(SHA256.HashData([.. previous.ToBytes(), .. id, 0, 0, 1, 2, .. text]), hash.ToBytes());
    }

    [Fact]
    public void Before_the_first_event_stand_32_zero_bytes() =>
        Assert.Equal(new byte[32], default(EventHash).ToBytes());
}
