using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Processes that write their tickets alike share a series from now on: it goes on after the highest number.
            migrationBuilder.Sql(
                """
                DELETE FROM ticket_series WHERE EXISTS (
                  SELECT 1 FROM ticket_series o WHERE o.series = ticket_series.series
                    AND (o.next > ticket_series.next OR (o.next = ticket_series.next AND o.process > ticket_series.process)))
                """
            );
            migrationBuilder.AddColumn<string>(name: "origin", table: "activities", type: "TEXT", nullable: true);

            migrationBuilder.DropPrimaryKey(
                name: "pk_ticket_series",
                table: "ticket_series");

            migrationBuilder.DropColumn(
                name: "process",
                table: "ticket_series");

            migrationBuilder.AddPrimaryKey(
                name: "pk_ticket_series",
                table: "ticket_series",
                column: "series");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "origin", table: "activities");

            migrationBuilder.DropPrimaryKey(
                name: "pk_ticket_series",
                table: "ticket_series");

            migrationBuilder.AddColumn<string>(
                name: "process",
                table: "ticket_series",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "pk_ticket_series",
                table: "ticket_series",
                columns: new[] { "process", "series" });
        }
    }
}
