using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "missed_at",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "risk_at",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.Sql(ReportTimes.PostgreSql);

            migrationBuilder.CreateIndex(
                name: "ix_cases_closed_at",
                table: "cases",
                column: "closed_at",
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_missed_at",
                table: "cases",
                column: "missed_at",
                filter: "missed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_process_stage_queue_owner_created_at",
                table: "cases",
                columns: new[] { "process", "stage", "queue", "owner", "created_at" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_risk_at",
                table: "cases",
                column: "risk_at",
                filter: "risk_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_closed_at",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_missed_at",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_process_stage_queue_owner_created_at",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_risk_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "missed_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "risk_at",
                table: "cases");
        }
    }
}
