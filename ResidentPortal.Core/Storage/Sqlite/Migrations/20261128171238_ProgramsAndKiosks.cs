using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ResidentPortal.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProgramsAndKiosks : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedEventId",
                table: "Sessions",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeskId",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purposes",
                table: "Sessions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VisitId",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeviceNonces",
                columns: table => new
                {
                    NonceKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviceNonces", x => x.NonceKey);
                });

            migrationBuilder.CreateTable(
                name: "Duties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OperatorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OperatorNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OperatorName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CentreCode = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsSupervisor = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    HandedOverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Duties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                columns: table => new
                {
                    CodeKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CentreCode = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => x.CodeKey);
                });

            migrationBuilder.CreateTable(
                name: "KioskDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CentreCode = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    EnrolledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActiveUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    SuspendedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProofKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ProofPlace = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ProvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KioskDevices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Misuses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    OperatorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OperatorNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CentreCode = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Misuses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Presses",
                columns: table => new
                {
                    SignatureKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presses", x => x.SignatureKey);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OperatorNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OperatorName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OperatorKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CentreCode = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    CentreName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Purposes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NewPurposes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CodeAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConsentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadMilliseconds = table.Column<int>(type: "INTEGER", nullable: true),
                    FailedConsents = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SealedUin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ViewKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ViewPlace = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ViewOpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    ViewSeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActEventId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ActKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ActAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActRightAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NewContacts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ShownFields = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DoneKinds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Acts = table.Column<int>(type: "INTEGER", nullable: false),
                    Print = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Prints = table.Column<int>(type: "INTEGER", nullable: false),
                    IsSlow = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_DeskId",
                table: "Sessions",
                column: "DeskId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_VisitId",
                table: "Sessions",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceNonces_Until",
                table: "DeviceNonces",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Duties_BeganAt",
                table: "Duties",
                column: "BeganAt");

            migrationBuilder.CreateIndex(
                name: "IX_Duties_TokenKey",
                table: "Duties",
                column: "TokenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "OneDutyPerDevice",
                table: "Duties",
                column: "DeviceId",
                unique: true,
                filter: "EndedAt IS NULL AND DeviceId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "OneDutyPerOperator",
                table: "Duties",
                column: "OperatorId",
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_Until",
                table: "Enrolments",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_KioskDevices_ProofKey",
                table: "KioskDevices",
                column: "ProofKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Misuses_Subject",
                table: "Misuses",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Presses_At",
                table: "Presses",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_EndedAt",
                table: "Visits",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_LinkKey",
                table: "Visits",
                column: "LinkKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_PersonKey_StartedAt",
                table: "Visits",
                columns: new[] { "PersonKey", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_StartedAt",
                table: "Visits",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_ViewKey",
                table: "Visits",
                column: "ViewKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "OneVisitAtDevice",
                table: "Visits",
                column: "DeviceId",
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "OneVisitOfDuty",
                table: "Visits",
                column: "DutyId",
                unique: true,
                filter: "EndedAt IS NULL");

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

            migrationBuilder.DropTable(
                name: "DeviceNonces");

            migrationBuilder.DropTable(
                name: "Duties");

            migrationBuilder.DropTable(
                name: "Enrolments");

            migrationBuilder.DropTable(
                name: "KioskDevices");

            migrationBuilder.DropTable(
                name: "Misuses");

            migrationBuilder.DropTable(
                name: "Presses");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_DeskId",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_VisitId",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ConfirmedEventId",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "DeskId",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Purposes",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "VisitId",
                table: "Sessions");

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
