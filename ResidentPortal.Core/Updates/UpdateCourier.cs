using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>Carries an update that was judged to the platform: its RID is reserved and written down first, then its packet is handed in once.</summary>
public sealed class UpdateCourier(IIdentityRegistry identities, IPackets packets, UpdateActs acts)
{
    /// <summary>Handed in. Nothing is cancelled, and until the RID is written down nothing can have been sent. Problems: those of the ports.</summary>
    internal async Task<Outcome<Done>> HandInAsync(string eventId, ResidentSession session, ReviewedUpdate update, IReadOnlyList<PacketDocument> papers)
    {
        if (!(await identities.FindAsync(IndividualId.Of(session.Uin), CancellationToken.None)).Try(out var identity, out var problem)
            || !(await packets.ReserveAsync(CancellationToken.None)).Try(out var rid, out problem))
        {
            return problem;
        }

        await acts.NoteRidAsync(eventId, rid);
        return await packets.SendAsync(
            new Packet
            {
                Rid = rid,
                Process = PacketProcess.Update,
                Uin = session.Uin,
                Language = update.Form.Languages[0],
                Fields = update.Draft.Answers.Values.Where(answer => update.Draft.Answers.Chosen.Contains(answer.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal),
                Documents = papers,
                Holder = new PacketHolder(
                    identity.Names.GetValueOrDefault(update.Form.Languages[0]) ?? identity.Names.Values.FirstOrDefault(), update.NewContact(FieldMeaning.Phone) ?? identity.Phone, update.NewContact(FieldMeaning.Email) ?? identity.Email),
            },
            CancellationToken.None);
    }
}
