namespace ResidentPortal.Core.Notifications;

/// <summary>The platform's codes of templates. Links of our own and what nobody else can know have none.</summary>
internal static class NoticeTemplates
{
    /// <summary>The code of a kind without its channel, and the outcome in it; null where the words are ours alone.</summary>
    public static (string Base, string Outcome)? Of(NoticeKind kind) => kind switch
    {
        NoticeKind.LocksChanged => ("lock-unlock-auth", "success"),
        NoticeKind.LocksNotChanged => ("lock-unlock-auth", "failure"),
        NoticeKind.VidGenerated or NoticeKind.VidRevoked => ("gen-or-revoke-vid", "success"),
        NoticeKind.VidNotGenerated or NoticeKind.VidNotRevoked => ("gen-or-revoke-vid", "failure"),
        NoticeKind.CardMade => ("cust-and-down-my-card", "success"),
        NoticeKind.CardNotMade => ("cust-and-down-my-card", "failure"),
        NoticeKind.CardOrdered => ("order-a-physical-card", "request-received"),
        NoticeKind.CardDelivered => ("order-a-physical-card", "success"),
        NoticeKind.CardNotOrdered => ("order-a-physical-card", "failure"),
        NoticeKind.DataShared => ("share-cred-with-partner", "success"),
        NoticeKind.DataNotShared => ("share-cred-with-partner", "failure"),
        NoticeKind.UpdateDone => ("update-demo-data", "regproc-success"),
        NoticeKind.UpdateRefused => ("update-demo-data", "regproc-failure"),
        NoticeKind.UpdateNotSent => ("update-demo-data", "failure"),
        _ => null,
    };
}
