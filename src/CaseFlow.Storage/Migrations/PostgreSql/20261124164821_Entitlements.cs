using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CaseFlow.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Entitlements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "search_email",
                table: "customers",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.Sql("UPDATE customers SET search_email = lower(trim(email))");

            migrationBuilder.CreateTable(
                name: "entitlement_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlement_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entitlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: true),
                    sla = table.Column<string>(type: "text", nullable: true),
                    starts = table.Column<DateOnly>(type: "date", nullable: false),
                    ends = table.Column<DateOnly>(type: "date", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    allocation = table.Column<string>(type: "text", nullable: false),
                    decrease_on = table.Column<string>(type: "text", nullable: false),
                    is_restricted = table.Column<bool>(type: "boolean", nullable: false),
                    allows_other_channels = table.Column<bool>(type: "boolean", nullable: false),
                    products = table.Column<string>(type: "text", nullable: false),
                    contacts = table.Column<string>(type: "text", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    renews = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    modified_at = table.Column<long>(type: "bigint", nullable: false),
                    modified_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entitlement_balances",
                columns: table => new
                {
                    entitlement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    used = table.Column<long>(type: "bigint", nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlement_balances", x => new { x.entitlement_id, x.channel });
                    table.ForeignKey(
                        name: "FK_entitlement_balances_entitlements_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entitlement_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entitlement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    balance = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlement_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_entitlement_entries_entitlements_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_account_id",
                table: "customers",
                column: "account_id",
                filter: "account_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_search_email",
                table: "customers",
                column: "search_email",
                filter: "search_email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_entitlement_entries_case_id_position",
                table: "entitlement_entries",
                columns: new[] { "case_id", "position" },
                filter: "case_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_entitlement_entries_entitlement_id_channel_id",
                table: "entitlement_entries",
                columns: new[] { "entitlement_id", "channel", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_entitlement_templates_name",
                table: "entitlement_templates",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_customer_id_id",
                table: "entitlements",
                columns: new[] { "customer_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entitlement_balances");

            migrationBuilder.DropTable(
                name: "entitlement_entries");

            migrationBuilder.DropTable(
                name: "entitlement_templates");

            migrationBuilder.DropTable(
                name: "entitlements");

            migrationBuilder.DropIndex(
                name: "ix_customers_account_id",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_search_email",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "search_email",
                table: "customers");
        }
    }
}
