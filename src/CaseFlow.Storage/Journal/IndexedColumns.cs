namespace CaseFlow.Storage;

/// <summary>The columns of a case's row that change and are in an index, so that changing one costs more than the row.</summary>
[Flags]
internal enum IndexedColumns
{
    None = 0,
    State = 1,
    Queue = 2,
    Owner = 4,
    Customer = 8,
    Status = 16,
    Stage = 32,
    Closed = 64,
    Risk = 128,
    Missed = 256,
    All = State | Queue | Owner | Customer | Status | Stage | Closed | Risk | Missed,
}
