using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>How many cases somebody works on. It is counted with each case, so that the limit can be checked as one is given.</summary>
public sealed record WorkLoadRow
{
    public required string User { get; init; }

    public required int Load { get; init; }

    internal static void Map(EntityTypeBuilder<WorkLoadRow> loads)
    {
        loads.ToTable("work_loads");
        loads.HasKey(row => row.User);
    }
}
