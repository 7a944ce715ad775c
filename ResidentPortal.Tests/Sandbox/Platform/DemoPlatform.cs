using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>What the demo residents start with: VIDs, locks, registrations in every external status, and some history.</summary>
internal static class DemoPlatform
{
    private const string Acme = "Acme Bank";

    /// <summary>The days since the one use at night: at 23:10, which is 02:10 in Addis Ababa.</summary>
    private const double Night = 3.99;

    internal static void Fill(PlatformState state)
    {
        var start = state.Clock.Now;
        Introduce(state, DemoResidents.All);
        foreach (var registration in Registrations(start))
        {
            state.Registrations.Put(registration);
        }

        Lock(state, 18, new AuthTypeChange("bio", "FINGER", Locked: true));
        Lock(
            state,
            21,
            new AuthTypeChange("bio", "FACE", Locked: true),
            new AuthTypeChange("bio", "IRIS", Locked: true),
            new AuthTypeChange("demo", AuthSubType: null, Locked: true),
            new AuthTypeChange("otp", "email", Locked: true));

        AddVid(state, 19, "3983481472184978", "Temporary", "ACTIVE", start.AddMinutes(-90));
        AddVid(state, 20, "9341804524782730", "Temporary", "ACTIVE", start.AddMinutes(-5));
        AddVid(state, 20, "4280183150417967", "OneTimeUse", "REVOKED", start.AddDays(-12));
        History(state, start);
    }

    /// <summary>Gives residents their perpetual VID and the registration their identity comes from.</summary>
    internal static void Introduce(PlatformState state, IReadOnlyCollection<Resident> residents)
    {
        var perpetual = state.Vids.Policy("Perpetual")!;
        var since = new DateTimeOffset(2025, 11, 3, 14, 16, 22, 118, TimeSpan.Zero);
        state.Vids.Seed(residents.Select(resident =>
            new VidRecord(resident.Vid, resident.Uin, perpetual, "ACTIVE", since, VidRecord.Never)));
        state.Registrations.Put(residents.Select(resident => Registration.Done(resident.Rid, resident.Uin) with { Announcement = new Announcement(resident.Name, resident.Phone, resident.Email) }));
    }

    private static IEnumerable<Registration> Registrations(DateTimeOffset start)
    {
        yield return Registration.At("10001100100010120260518081500", "PACKET_RECEIVER", "SUCCESS", "PROCESSING", "packet just received; Jonas Weber, 9876500032: shares name and phone with another") with { Announcement = new Announcement("Jonas Weber", "9876500032", Email: null) };
        yield return Registration.At("10001100100010220260519093010", "QUALITY_CLASSIFIER", "IN_PROGRESS", "PROCESSING", "in validation; an update of Meera Kaldan's data", DemoResidents.All[0].Uin);
        yield return Registration.At("10001100100010320260520101545", "MANUAL_ADJUDICATION", "IN_PROGRESS", "PROCESSING", "in verification by a person; Hana Lindqvist, 9876500031, lost her RID") with { Announcement = new Announcement("Hana Lindqvist", "9876500031", "hana@example.org") };
        yield return Registration.At("10001100100010420260521112030", "EXTERNAL_INTEGRATION", "REPROCESS", "PROCESSING", "a stage is being repeated; Jonas Weber, 9876500032: shares name and phone with another") with { Announcement = new Announcement("Jonas Weber", "9876500032", Email: null) };
        yield return Registration.At("10001100100010520260522123005", "PRINT_SERVICE", "IN_PROGRESS", "UIN_GENERATED", "UIN made, card being printed", DemoResidents.All[1].Uin);
        yield return Registration.At("10001100100010620260523134520", "MANUAL_ADJUDICATION", "REJECTED", "REJECTED", "refused after verification");
        yield return Registration.At("10001100100010720260524145535", "VALIDATE_PACKET", "FAILED", "REREGISTER", "the packet was damaged: register again");
        yield return Registration.At("10001100100010820260525160050", "BIOGRAPHIC_VERIFICATION", "PROCESSED", "AWAITING_INFORMATION", "the applicant must bring something");
        yield return Registration.Announced("10001100100010920260526171505");
        yield return Registration.Moving("10001100100011020260527182520", start);
    }

    private static void Lock(PlatformState state, int resident, params AuthTypeChange[] changes) =>
        state.AuthTypes.Apply(DemoResidents.All[resident].Uin, changes);

    private static void AddVid(PlatformState state, int resident, string vid, string type, string status, DateTimeOffset createdAt)
    {
        var policy = state.Vids.Policy(type)!;
        var expiry = policy.ValidForMinutes is { } minutes ? createdAt.AddMinutes(minutes) : VidRecord.Never;
        state.Vids.Seed(new VidRecord(vid, DemoResidents.All[resident].Uin, policy, status, createdAt, expiry));
    }

    private static void History(PlatformState state, DateTimeOffset start)
    {
        History(
            state,
            DemoResidents.All[0],
            start,
            [
                (212.2, "DEMO-AUTH", true, "Demographic Authentication Success", false, "City Water Works"),
                (118.4, "FINGERPRINT-AUTH", true, "Finger Authentication Success", false, "Harbour Clinic"),
                (64.1, "OTP-REQUEST", true, "OTP Request Success", false, "Harbour Clinic"),
                (64.0, "OTP-AUTH", true, "OTP Authentication Success", false, "Harbour Clinic"),
                (41.3, "DEMO-AUTH", true, "Demographic Authentication Success", false, "City Water Works"),
                (23.1, "OTP-REQUEST", true, "OTP Request Success", true, Acme),
                (23.0, "OTP-AUTH,EKYC-AUTH", true, "OTP Authentication;eKyc Authentication Success", true, Acme),
                (9.4, "FINGERPRINT-AUTH,FACE-AUTH", false, "Finger Authentication;Face Authentication Failed", true, Acme),
                (Night, "FINGERPRINT-AUTH", false, "Finger Authentication Failed", false, "Quick Loans"),
                (2.6, "FACE-AUTH", true, "Face Authentication Success", false, "Harbour Clinic"),
            ]);
        History(
            state,
            DemoResidents.All[1],
            start,
            [
                (330.5, "DEMO-AUTH", true, "Demographic Authentication Success", false, "Mairie du Port"),
                (201.3, "IRIS-AUTH", true, "Iris Authentication Success", false, "Mairie du Port"),
                (150.2, "OTP-AUTH,KYC-AUTH", true, "OTP Authentication;eKyc Authentication Success", true, Acme),
                (150.1, "KYC-EXCHANGE", true, "KYC Exchange Success", true, Acme),
                (97.9, "IDENTITY-KEY-BINDING", true, "Identity Key Binding Success", false, "Digital Wallet"),
                (97.8, "VCI-EXCHANGE-REQUEST", true, "VCI Exchange Success", false, "Digital Wallet"),
                (30.02, "OTP-AUTH", false, "OTP Authentication Failed", false, "Télécom Express"),
                (30.01, "OTP-AUTH", false, "OTP Authentication Failed", false, "Télécom Express"),
                (30.0, "OTP-AUTH", false, "OTP Authentication Failed", false, "Télécom Express"),
                (Night, "FINGERPRINT-AUTH", false, "Finger Authentication Failed", false, "Quick Loans"),
                (1.4, "TOKEN-REQUEST", true, "Token Request Success", false, "Digital Wallet"),
                (1.3, "FACE-AUTH", true, "Face Authentication Success", true, "Harbour Clinic"),
            ]);
    }

    // Offices are open from eight to three in the afternoon, whenever the sandbox was started; only one moment is at night.
    private static DateTimeOffset AtDay(DateTimeOffset start, double daysAgo)
    {
        var day = new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero).AddDays(-Math.Floor(daysAgo));
        return daysAgo is Night ? day.AddHours(23).AddMinutes(10) : day.AddHours(12 - (7 * (daysAgo - Math.Floor(daysAgo))));
    }

    private static void History(
        PlatformState state, Resident resident, DateTimeOffset start, (double DaysAgo, string Type, bool Succeeded, string Comment, bool ByVid, string Entity)[] rows)
    {
        foreach (var (daysAgo, type, succeeded, comment, byVid, entity) in rows)
        {
            var transaction = ((long)(daysAgo * 100_000_007) % 9_000_000_000 + 1_000_000_000).ToString(CultureInfo.InvariantCulture);
            state.Authentications.Add(new AuthenticationRow(
                transaction, AtDay(start, daysAgo), type, succeeded, comment, resident.Uin, byVid ? resident.Vid : resident.Uin, byVid ? "VID" : "UIN", entity));
        }
    }
}
