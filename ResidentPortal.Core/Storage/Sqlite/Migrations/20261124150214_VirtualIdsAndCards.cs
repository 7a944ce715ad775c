using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VirtualIdsAndCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedResult",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CardFiles",
                columns: table => new
                {
                    EventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedUin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    SealedFile = table.Column<string>(type: "TEXT", nullable: true),
                    SealedPassword = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PasswordKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    HasPhoto = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkSentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinksSent = table.Column<int>(type: "INTEGER", nullable: false),
                    ProofKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardFiles", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "KnownVids",
                columns: table => new
                {
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    VidKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedLabel = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TimesRevealed = table.Column<int>(type: "INTEGER", nullable: false),
                    RevealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownVids", x => new { x.PersonKey, x.VidKey });
                });

            migrationBuilder.CreateIndex(
                name: "OneOrderOpen",
                table: "ServiceRequests",
                column: "PersonKey",
                unique: true,
                filter: "Kind = 'OrderCard' AND State IN ('Asked', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_CardFiles_ExpiresAt",
                table: "CardFiles",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_CardFiles_LinkKey",
                table: "CardFiles",
                column: "LinkKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardFiles_ProofKey",
                table: "CardFiles",
                column: "ProofKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardFiles");

            migrationBuilder.DropTable(
                name: "KnownVids");

            migrationBuilder.DropIndex(
                name: "OneOrderOpen",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SealedResult",
                table: "ServiceRequests");
        }
    }
}
