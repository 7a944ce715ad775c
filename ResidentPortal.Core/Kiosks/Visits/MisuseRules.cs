namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>The rules of misuse, over the visits of the last month. Each names the operators whose visits fit it.</summary>
internal static class MisuseRules
{
    /// <summary>How far back the rules look.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    // From this many on it is a finding.
    private const int ResidentsOfOneContact = 3;
    private const int VisitsOfOneResident = 4;
    private const int FailedConsents = 3;
    private const int FirstHour = 6;
    private const int LastHour = 22;
    private static readonly TimeSpan QuickestReading = TimeSpan.FromSeconds(5);

    public static List<MisuseRow> Find(IReadOnlyList<VisitRow> visits, IReadOnlyDictionary<string, IReadOnlySet<string>> ownContacts, TimeZoneInfo zone, DateTimeOffset now)
    {
        var changes = visits.SelectMany(visit => (visit.NewContacts ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(contact => (Visit: visit, Contact: contact))).ToList();
        var found = new List<MisuseRow>();
        foreach (var contact in changes.GroupBy(change => change.Contact, StringComparer.Ordinal))
        {
            var people = contact.Select(change => change.Visit.PersonKey).Distinct(StringComparer.Ordinal).Count();
            if (people >= ResidentsOfOneContact)
            {
                Note(MisuseRule.OneContact, contact.Select(change => change.Visit), _ => contact.Key[^16..]);
            }
        }

        Note(MisuseRule.OwnContact, changes.Where(change => ownContacts.GetValueOrDefault(change.Visit.OperatorId)?.Contains(change.Contact) is true).Select(change => change.Visit), Day);
        Note(MisuseRule.QuickConsent, visits.Where(visit => visit.ReadMilliseconds < QuickestReading.TotalMilliseconds), Day);
        Note(MisuseRule.OddHours, visits.Where(visit => Local(visit).Hour is < FirstHour or >= LastHour), Day);
        foreach (var person in visits.Where(visit => visit.PersonKey is not null).GroupBy(visit => visit.PersonKey!, StringComparer.Ordinal).Where(person => person.Count() >= VisitsOfOneResident))
        {
            Note(MisuseRule.RepeatedVisits, person, _ => person.Key[^16..]);
        }

        foreach (var day in visits.Where(visit => visit.FailedConsents > 0).GroupBy(visit => (visit.OperatorId, Day(visit))).Where(day => day.Sum(visit => visit.FailedConsents) >= FailedConsents))
        {
            Note(MisuseRule.FailedConsents, day, Day);
        }

        return found;

        DateTimeOffset Local(VisitRow visit) => TimeZoneInfo.ConvertTime(visit.StartedAt, zone);

        string Day(VisitRow visit) => $"{Local(visit):yyyy-MM-dd}";

        void Note(MisuseRule rule, IEnumerable<VisitRow> fitting, Func<VisitRow, string> subject) =>
            found.AddRange(fitting.GroupBy(visit => (visit.OperatorId, Subject: subject(visit))).Select(group => Row(rule, group.Key.Subject, [.. group], now)));
    }

    private static MisuseRow Row(MisuseRule rule, string subject, List<VisitRow> visits, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Rule = rule,
        Subject = $"{rule} {visits[0].OperatorId} {subject}",
        OperatorId = visits[0].OperatorId,
        OperatorNumber = visits[0].OperatorNumber,
        CentreCode = visits[0].CentreCode,
        Count = visits.DistinctBy(visit => visit.Id).Count(),
        FirstAt = visits.Min(visit => visit.StartedAt),
        LastAt = visits.Max(visit => visit.StartedAt),
        FoundAt = now,
    };
}
