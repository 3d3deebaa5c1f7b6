using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InboundMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inbound_mail_contents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_mail_contents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbound_mails",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    lane = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    replays = table.Column<int>(type: "INTEGER", nullable: false),
                    is_accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_mails", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "mail_threads",
                columns: table => new
                {
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_threads", x => x.message_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_case_id",
                table: "inbound_mails",
                column: "case_id",
                filter: "case_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_due_at",
                table: "inbound_mails",
                column: "due_at",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_ended_at",
                table: "inbound_mails",
                column: "ended_at",
                filter: "ended_at IS NOT NULL AND case_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_id",
                table: "inbound_mails",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_lane_number",
                table: "inbound_mails",
                columns: new[] { "lane", "number" },
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_mailbox_key",
                table: "inbound_mails",
                columns: new[] { "mailbox", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_mailbox_number",
                table: "inbound_mails",
                columns: new[] { "mailbox", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_mails_mailbox_sender_received_at",
                table: "inbound_mails",
                columns: new[] { "mailbox", "sender", "received_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbound_mail_contents");

            migrationBuilder.DropTable(
                name: "inbound_mails");

            migrationBuilder.DropTable(
                name: "mail_threads");
        }
    }
}
