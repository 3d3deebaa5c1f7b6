using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Storage;

/// <summary>Names columns, keys and indexes in <c>snake_case</c>, so that SQL written by hand needs no quotes for capitals.</summary>
internal static class SnakeCase
{
    public static void NameAll(IMutableModel model)
    {
        foreach (var table in model.GetEntityTypes())
        {
            foreach (var property in table.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            }

            foreach (var key in table.GetKeys())
            {
                key.SetName($"pk_{table.GetTableName()}");
            }

            foreach (var index in table.GetIndexes())
            {
                var columns = index.Properties.Select(property => property.GetColumnName());
                index.SetDatabaseName($"ix_{table.GetTableName()}_{string.Join('_', columns)}");
            }
        }
    }
}
