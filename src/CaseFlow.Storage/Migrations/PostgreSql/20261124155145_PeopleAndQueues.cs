using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PeopleAndQueues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "priority",
                table: "queue_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "process",
                table: "queue_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "queue_rounds",
                columns: table => new
                {
                    process = table.Column<string>(type: "text", nullable: false),
                    queue = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue_rounds", x => new { x.process, x.queue });
                });

            migrationBuilder.CreateTable(
                name: "queue_turns",
                columns: table => new
                {
                    process = table.Column<string>(type: "text", nullable: false),
                    queue = table.Column<string>(type: "text", nullable: false),
                    user = table.Column<string>(type: "text", nullable: false),
                    turn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue_turns", x => new { x.process, x.queue, x.user });
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    search_title = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    search_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true),
                    skills = table.Column<string>(type: "text", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    presence = table.Column<string>(type: "text", nullable: false),
                    presence_since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "work_loads",
                columns: table => new
                {
                    user = table.Column<string>(type: "text", nullable: false),
                    load = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_loads", x => x.user);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    team = table.Column<string>(type: "text", nullable: false),
                    user = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.team, x.user });
                    table.ForeignKey(
                        name: "FK_team_members_teams_team",
                        column: x => x.team,
                        principalTable: "teams",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_team_members_users_user",
                        column: x => x.user,
                        principalTable: "users",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_process_queue_priority_since_case_id",
                table: "queue_items",
                columns: new[] { "process", "queue", "priority", "since", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_worker",
                table: "queue_items",
                column: "worker",
                filter: "worker IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_team_members_user",
                table: "team_members",
                column: "user");

            migrationBuilder.CreateIndex(
                name: "ix_teams_search_title_key",
                table: "teams",
                columns: new[] { "search_title", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_users_search_name_key",
                table: "users",
                columns: new[] { "search_name", "key" });

            migrationBuilder.Sql(
                """
                UPDATE queue_items SET
                  process = (SELECT c.process FROM cases c WHERE c.id = queue_items.case_id),
                  priority = (SELECT c.priority FROM cases c WHERE c.id = queue_items.case_id)
                """
            );
            migrationBuilder.Sql(
                """
                INSERT INTO work_loads ("user", load)
                SELECT worker, COUNT(*) FROM queue_items WHERE worker IS NOT NULL GROUP BY worker
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "queue_rounds");

            migrationBuilder.DropTable(
                name: "queue_turns");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "work_loads");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_process_queue_priority_since_case_id",
                table: "queue_items");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_worker",
                table: "queue_items");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "queue_items");

            migrationBuilder.DropColumn(
                name: "process",
                table: "queue_items");
        }
    }
}
