using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HistoryAndControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_PersonKey_CreatedAt",
                table: "ServiceRequests");

            migrationBuilder.AddColumn<string>(
                name: "Browser",
                table: "Sessions",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "System",
                table: "Sessions",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PinnedAt",
                table: "ServiceRequests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AlarmKey",
                table: "Notices",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AlarmUsedAt",
                table: "Notices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PersonKey",
                table: "Notices",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReadAt",
                table: "Notices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Grievances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedUin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AboutEventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    SealedAbout = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SealedMessage = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    SealedContact = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SealedAnswer = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grievances", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_PersonKey_CreatedAt_PinnedAt_State_Kind_EventId",
                table: "ServiceRequests",
                columns: new[] { "PersonKey", "CreatedAt", "PinnedAt", "State", "Kind", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_AlarmKey",
                table: "Notices",
                column: "AlarmKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonKey_CreatedAt",
                table: "Notices",
                columns: new[] { "PersonKey", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Grievances_EventId",
                table: "Grievances",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grievances_NextTryAt",
                table: "Grievances",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Grievances_PersonKey_CreatedAt",
                table: "Grievances",
                columns: new[] { "PersonKey", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Grievances_State",
                table: "Grievances",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Grievances");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_PersonKey_CreatedAt_PinnedAt_State_Kind_EventId",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_Notices_AlarmKey",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_PersonKey_CreatedAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Browser",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "System",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "AlarmKey",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "AlarmUsedAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "PersonKey",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ReadAt",
                table: "Notices");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_PersonKey_CreatedAt",
                table: "ServiceRequests",
                columns: new[] { "PersonKey", "CreatedAt" });
        }
    }
}
