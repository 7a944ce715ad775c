using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FaceForPrograms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Allowed",
                table: "Sessions",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Bells",
                columns: table => new
                {
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PressedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bells", x => x.PersonKey);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TransactionKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedName = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedFile = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VidLinks",
                columns: table => new
                {
                    EventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LinkKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    VidKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedVid = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    VidType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedUin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VidLinks", x => x.EventId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_PlatformRequestId",
                table: "ServiceRequests",
                column: "PlatformRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonKey_EventId_ReadAt",
                table: "Notices",
                columns: new[] { "PersonKey", "EventId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_AddedAt",
                table: "Uploads",
                column: "AddedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_PersonKey",
                table: "Uploads",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_TransactionKey",
                table: "Uploads",
                column: "TransactionKey");

            migrationBuilder.CreateIndex(
                name: "IX_VidLinks_ExpiresAt",
                table: "VidLinks",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_VidLinks_LinkKey",
                table: "VidLinks",
                column: "LinkKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VidLinks_PersonKey",
                table: "VidLinks",
                column: "PersonKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bells");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "VidLinks");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_PlatformRequestId",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_Notices_PersonKey_EventId_ReadAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Allowed",
                table: "Sessions");
        }
    }
}
