using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>The answer that a request got, kept under its user and idempotency key, so that the same request gets it again.</summary>
public sealed record KeptAnswer
{
    public required string User { get; init; }

    public required string Key { get; init; }

    /// <summary>Tells the same request from another one that uses the same key.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    public required byte[] Body { get; init; }

    public string? Etag { get; init; }

    public string? Location { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<KeptAnswer> answers)
    {
        answers.ToTable("kept_answers");
        answers.HasKey(answer => new { answer.User, answer.Key });
    }
}
