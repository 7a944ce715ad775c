using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Storage;

/// <summary>The portal's own rows. Numbers of people stand in none of them in clear: hashes to look up, sealed values where they must come back.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<KnownDeviceRow> KnownDevices => Set<KnownDeviceRow>();

    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<NationTallyRow> NationTallies => Set<NationTallyRow>();

    public DbSet<ServiceRequestRow> ServiceRequests => Set<ServiceRequestRow>();

    public DbSet<TimedUnlockRow> TimedUnlocks => Set<TimedUnlockRow>();

    public DbSet<KnownVidRow> KnownVids => Set<KnownVidRow>();

    public DbSet<VidLinkRow> VidLinks => Set<VidLinkRow>();

    public DbSet<CardFileRow> CardFiles => Set<CardFileRow>();

    public DbSet<UpdateDraftRow> UpdateDrafts => Set<UpdateDraftRow>();

    public DbSet<UpdateDocumentRow> UpdateDocuments => Set<UpdateDocumentRow>();

    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    public DbSet<ContactCodeRow> ContactCodes => Set<ContactCodeRow>();

    public DbSet<VerifiedContactRow> VerifiedContacts => Set<VerifiedContactRow>();

    public DbSet<LostNumberRow> LostNumbers => Set<LostNumberRow>();

    public DbSet<WatchRow> Watches => Set<WatchRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<BellRow> Bells => Set<BellRow>();

    public DbSet<GrievanceRow> Grievances => Set<GrievanceRow>();

    public DbSet<VisitRow> Visits => Set<VisitRow>();

    public DbSet<MisuseRow> Misuses => Set<MisuseRow>();

    public DbSet<KioskDeviceRow> KioskDevices => Set<KioskDeviceRow>();

    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    public DbSet<DeviceNonceRow> DeviceNonces => Set<DeviceNonceRow>();

    public DbSet<DutyRow> Duties => Set<DutyRow>();

    public DbSet<PressRow> Presses => Set<PressRow>();

    public DbSet<AuditRow> AuditRows => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for points in time: milliseconds since 1970 compare and sort.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.TokenKey).IsUnique();
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.PersonKey);
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.DeskId).IsUnique();
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.VisitId);
        modelBuilder.Entity<KnownDeviceRow>().HasKey(row => new { row.DeviceKey, row.OwnerKey });
        modelBuilder.Entity<CodeRow>().HasIndex(row => new { row.HolderKey, row.AskedAt });
        modelBuilder.Entity<CodeRow>().HasIndex(row => row.State);
        modelBuilder.Entity<AttemptRow>().HasIndex(row => new { row.Action, row.Subject, row.At });
        modelBuilder.Entity<AttemptRow>().HasIndex(row => row.At);
        modelBuilder.Entity<NationTallyRow>().HasKey(row => new { row.Action, row.Second });

        var requests = modelBuilder.Entity<ServiceRequestRow>();
        requests.HasKey(row => row.EventId);
        requests.HasIndex(row => row.IntentId).IsUnique();

        // All that the list of a person's requests is counted, ordered and filtered by, so that no other row of the table is read for it.
        requests.HasIndex(row => new { row.PersonKey, row.CreatedAt, row.PinnedAt, row.State, row.Kind, row.EventId });
        requests.HasIndex(row => row.NextLookAt);

        // One act in flight per person and kind: the database itself refuses a second.
        requests.HasIndex(row => new { row.PersonKey, row.Kind }, "OneInFlight").IsUnique().HasFilter("State = 'Asked'");

        // One card order open per person, however many forms are sent.
        requests.HasIndex(row => new { row.PersonKey }, "OneOrderOpen").IsUnique().HasFilter("Kind = 'OrderCard' AND State IN ('Asked', 'Accepted')");

        requests.HasIndex(row => row.RidKey);
        requests.HasIndex(row => row.PlatformRequestId);
        requests.HasIndex(row => new { row.Kind, row.SettledAt });

        // One update on its way per person.
        requests.HasIndex(row => new { row.PersonKey }, "OneUpdateOpen").IsUnique().HasFilter("Kind = 'UpdateIdentity' AND State IN ('Asked', 'Accepted')");

        var drafts = modelBuilder.Entity<UpdateDraftRow>();
        drafts.HasIndex(row => row.PersonKey, "OneDraftOpen").IsUnique().HasFilter("State = 'Open'");
        drafts.HasIndex(row => row.ChangedAt);
        modelBuilder.Entity<UpdateDocumentRow>().HasIndex(row => new { row.DraftId, row.Field });
        modelBuilder.Entity<UploadRow>().HasIndex(row => row.TransactionKey);
        modelBuilder.Entity<UploadRow>().HasIndex(row => row.PersonKey);
        modelBuilder.Entity<UploadRow>().HasIndex(row => row.AddedAt);
        modelBuilder.Entity<ContactCodeRow>().HasIndex(row => new { row.HolderKey, row.AskedAt });
        modelBuilder.Entity<ContactCodeRow>().HasIndex(row => row.State);
        modelBuilder.Entity<VerifiedContactRow>().HasKey(row => new { row.PersonKey, row.Channel });
        modelBuilder.Entity<LostNumberRow>().HasIndex(row => row.LinkKey).IsUnique();
        modelBuilder.Entity<LostNumberRow>().HasIndex(row => row.NextTryAt);
        modelBuilder.Entity<WatchRow>().HasIndex(row => row.RequestKey).IsUnique();
        modelBuilder.Entity<WatchRow>().HasIndex(row => row.NextLookAt);
        modelBuilder.Entity<CardFileRow>().HasIndex(row => row.LinkKey).IsUnique();
        modelBuilder.Entity<CardFileRow>().HasIndex(row => row.ProofKey).IsUnique();
        modelBuilder.Entity<CardFileRow>().HasIndex(row => row.ExpiresAt);
        modelBuilder.Entity<KnownVidRow>().HasKey(row => new { row.PersonKey, row.VidKey });
        modelBuilder.Entity<VidLinkRow>().HasIndex(row => row.LinkKey).IsUnique();
        modelBuilder.Entity<VidLinkRow>().HasIndex(row => row.PersonKey);
        modelBuilder.Entity<VidLinkRow>().HasIndex(row => row.ExpiresAt);
        modelBuilder.Entity<TimedUnlockRow>().HasKey(row => new { row.PersonKey, row.Type });
        modelBuilder.Entity<TimedUnlockRow>().HasIndex(row => row.NextLookAt);
        modelBuilder.Entity<NoticeRow>().HasIndex(row => row.NextTryAt);
        modelBuilder.Entity<NoticeRow>().HasIndex(row => row.Occasion).IsUnique();
        modelBuilder.Entity<NoticeRow>().HasIndex(row => new { row.PersonKey, row.CreatedAt });
        modelBuilder.Entity<NoticeRow>().HasIndex(row => row.AlarmKey).IsUnique();

        // Whether the messages of a request were read: asked for every request on a page.
        modelBuilder.Entity<NoticeRow>().HasIndex(row => new { row.PersonKey, row.EventId, row.ReadAt });
        modelBuilder.Entity<BellRow>().HasKey(row => row.PersonKey);
        modelBuilder.Entity<GrievanceRow>().HasIndex(row => new { row.PersonKey, row.CreatedAt });
        modelBuilder.Entity<GrievanceRow>().HasIndex(row => row.EventId).IsUnique();
        modelBuilder.Entity<GrievanceRow>().HasIndex(row => row.State);
        modelBuilder.Entity<GrievanceRow>().HasIndex(row => row.NextTryAt);

        var visits = modelBuilder.Entity<VisitRow>();
        visits.HasIndex(row => row.ViewKey).IsUnique();
        visits.HasIndex(row => row.LinkKey).IsUnique();
        visits.HasIndex(row => new { row.PersonKey, row.StartedAt });
        visits.HasIndex(row => row.StartedAt);
        visits.HasIndex(row => row.EndedAt);

        // One resident at a time: at an operator, and at a device.
        visits.HasIndex(row => row.DutyId, "OneVisitOfDuty").IsUnique().HasFilter("EndedAt IS NULL");
        visits.HasIndex(row => row.DeviceId, "OneVisitAtDevice").IsUnique().HasFilter("EndedAt IS NULL");
        modelBuilder.Entity<MisuseRow>().HasIndex(row => row.Subject).IsUnique();
        modelBuilder.Entity<KioskDeviceRow>().HasIndex(row => row.ProofKey).IsUnique();
        modelBuilder.Entity<EnrolmentRow>().HasIndex(row => row.Until);
        modelBuilder.Entity<DeviceNonceRow>().HasIndex(row => row.Until);
        modelBuilder.Entity<PressRow>().HasIndex(row => row.At);

        var duties = modelBuilder.Entity<DutyRow>();
        duties.HasIndex(row => row.TokenKey).IsUnique();
        duties.HasIndex(row => row.BeganAt);

        // One duty per operator and per device: the database itself refuses a second.
        duties.HasIndex(row => new { row.OperatorId }, "OneDutyPerOperator").IsUnique().HasFilter("EndedAt IS NULL");
        duties.HasIndex(row => new { row.DeviceId }, "OneDutyPerDevice").IsUnique().HasFilter("EndedAt IS NULL AND DeviceId IS NOT NULL");
        modelBuilder.Entity<AuditRow>().HasKey(row => new { row.Chain, row.Sequence });
        modelBuilder.Entity<AuditHeadRow>().HasKey(row => row.Chain);
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
