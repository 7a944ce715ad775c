using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UpdatesAndRecovery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RidKey",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedRid",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedTo",
                table: "Notices",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ContactKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedContact = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMute = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactCodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LostNumbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SealedSearch = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LinkKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SealedFile = table.Column<string>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LostNumbers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UpdateDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedFile = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpdateDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UpdateDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SealedAnswers = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeviceKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ResumeKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedResumeCode = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpdateDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VerifiedContacts",
                columns: table => new
                {
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ContactKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    VerifiedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerifiedContacts", x => new { x.PersonKey, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextLookAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watches", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_Kind_SettledAt",
                table: "ServiceRequests",
                columns: new[] { "Kind", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_RidKey",
                table: "ServiceRequests",
                column: "RidKey");

            migrationBuilder.CreateIndex(
                name: "OneUpdateOpen",
                table: "ServiceRequests",
                column: "PersonKey",
                unique: true,
                filter: "Kind = 'UpdateIdentity' AND State IN ('Asked', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_ContactCodes_HolderKey_AskedAt",
                table: "ContactCodes",
                columns: new[] { "HolderKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactCodes_State",
                table: "ContactCodes",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_LostNumbers_LinkKey",
                table: "LostNumbers",
                column: "LinkKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LostNumbers_NextTryAt",
                table: "LostNumbers",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_UpdateDocuments_DraftId_Field",
                table: "UpdateDocuments",
                columns: new[] { "DraftId", "Field" });

            migrationBuilder.CreateIndex(
                name: "IX_UpdateDrafts_ChangedAt",
                table: "UpdateDrafts",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "OneDraftOpen",
                table: "UpdateDrafts",
                column: "PersonKey",
                unique: true,
                filter: "State = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Watches_NextLookAt",
                table: "Watches",
                column: "NextLookAt");

            migrationBuilder.CreateIndex(
                name: "IX_Watches_RequestKey",
                table: "Watches",
                column: "RequestKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactCodes");

            migrationBuilder.DropTable(
                name: "LostNumbers");

            migrationBuilder.DropTable(
                name: "UpdateDocuments");

            migrationBuilder.DropTable(
                name: "UpdateDrafts");

            migrationBuilder.DropTable(
                name: "VerifiedContacts");

            migrationBuilder.DropTable(
                name: "Watches");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_Kind_SettledAt",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_RidKey",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "OneUpdateOpen",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "RidKey",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SealedRid",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SealedTo",
                table: "Notices");
        }
    }
}
