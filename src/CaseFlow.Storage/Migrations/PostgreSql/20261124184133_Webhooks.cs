using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CaseFlow.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "outbox_places");

            migrationBuilder.AddColumn<long>(
                name: "place",
                table: "outbox",
                type: "bigint",
                nullable: true);

            // What was appended before has its place from here on, in the order of its ids.
            migrationBuilder.Sql(
                """
                UPDATE outbox SET place = given.place
                FROM (SELECT id, nextval('outbox_places') AS place FROM (SELECT id FROM outbox ORDER BY id) seen) given
                WHERE outbox.id = given.id
                """
            );

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    is_replay = table.Column<bool>(type: "boolean", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    next_try_at = table.Column<long>(type: "bigint", nullable: true),
                    tried_at = table.Column<long>(type: "bigint", nullable: true),
                    took_milliseconds = table.Column<int>(type: "integer", nullable: true),
                    request_headers = table.Column<string>(type: "text", nullable: true),
                    response_status = table.Column<int>(type: "integer", nullable: true),
                    response_body = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_positions",
                columns: table => new
                {
                    reader = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_positions", x => x.reader);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    types = table.Column<string>(type: "text", nullable: false),
                    process = table.Column<string>(type: "text", nullable: true),
                    condition = table.Column<string>(type: "text", nullable: true),
                    header_names = table.Column<string>(type: "text", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: true),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    modified_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_lanes",
                columns: table => new
                {
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_replay = table.Column<bool>(type: "boolean", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: false),
                    held_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_lanes", x => new { x.subscription_id, x.case_id, x.is_replay });
                    table.ForeignKey(
                        name: "FK_delivery_lanes_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subscription_secrets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_secrets", x => x.id);
                    table.ForeignKey(
                        name: "FK_subscription_secrets_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_place",
                table: "outbox",
                column: "place",
                unique: true,
                filter: "place IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_unplaced",
                table: "outbox",
                column: "id",
                filter: "place IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_case_id_id",
                table: "deliveries",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_case_id_is_replay_id",
                table: "deliveries",
                columns: new[] { "subscription_id", "case_id", "is_replay", "id" },
                filter: "status = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_status_id",
                table: "deliveries",
                columns: new[] { "subscription_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_lanes_subscription_id_next_at",
                table: "delivery_lanes",
                columns: new[] { "subscription_id", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_secrets_subscription_id",
                table: "subscription_secrets",
                column: "subscription_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "delivery_lanes");

            migrationBuilder.DropTable(
                name: "outbox_positions");

            migrationBuilder.DropTable(
                name: "subscription_secrets");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropIndex(
                name: "ix_outbox_place",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_unplaced",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "place",
                table: "outbox");

            migrationBuilder.DropSequence(
                name: "outbox_places");
        }
    }
}
