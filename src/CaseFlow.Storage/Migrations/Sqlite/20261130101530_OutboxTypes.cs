using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "types",
                table: "outbox",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "types",
                table: "outbox");
        }
    }
}
