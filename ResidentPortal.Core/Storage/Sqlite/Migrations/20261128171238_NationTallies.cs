using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NationTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NationTallies",
                columns: table => new
                {
                    Action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Second = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NationTallies", x => new { x.Action, x.Second });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NationTallies");
        }
    }
}
