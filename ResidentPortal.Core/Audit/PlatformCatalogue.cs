namespace ResidentPortal.Core.Audit;

/// <summary>The numbers that MOSIP's Resident Services give their audit events, so that the platform's reports read on.</summary>
internal static class PlatformCatalogue
{
    public static (string Id, string Name, string Module) Of(AuditEvent auditEvent, AuditResult result) => (auditEvent, result is AuditResult.Success) switch
    {
        (AuditEvent.CodeAsked, _) => ("RES-SER-110", "VALIDATE_REQUEST", "RS-VAL_REQ"),
        (AuditEvent.CodeSent, true) => ("RES-SER-122", "OTP_GEN", "RS-OTP-GEN"),
        (AuditEvent.CodeSent, false) => ("RES-SER-123", "OTP_GEN", "RS-OTP-GEN"),
        (AuditEvent.CodeEntered, true) => ("RES-SER-209", "VALIDATE_OTP", "RS-OTP"),
        (AuditEvent.CodeEntered, false) => ("RES-SER-210", "VALIDATE_OTP", "RS-OTP"),
        (AuditEvent.SignedIn, true) => ("RES-SER-282", "LOGIN_REQ", "RS-LOGN"),
        (AuditEvent.SignedIn, false) => ("RES-SER-283", "LOGIN_REQ", "RS-LOGN"),
        (AuditEvent.SignedOut, _) => ("RES-SER-285", "LOGOUT_REQ", "RS-LOGO"),
        (AuditEvent.AuthTypesChanged or AuditEvent.RelockSeen, true) => ("RES-SER-213", "REQ_AUTH_LOCK_UNLOCK", "RS-AUTH_LOCK_UNLOCK"),
        (AuditEvent.AuthTypesChanged or AuditEvent.RelockSeen, false) => ("RES-SER-402", "REQUEST_FAILED", "RS-AUTH_LOCK_UNLOCK"),
        (AuditEvent.AuthTypesShown, true) => ("RES-SER-183", "REQ_AUTH_LOCK_STATUS", "RS-AUTH_LOCK"),
        (AuditEvent.AuthTypesShown, false) => ("RES-SER-184", "REQ_AUTH_LOCK_STATUS", "RS-AUTH_LOCK"),
        (AuditEvent.VidGenerated, true) => ("RES-SER-206", "GENERATE_VID", "RS-GEN_REV_VID"),
        (AuditEvent.VidGenerated, false) => ("RES-SER-406", "VID_GENERATION", "RS-GEN_REV_VID"),
        (AuditEvent.VidRevoked, true) => ("RES-SER-207", "REVOKE_VID", "RS-GEN_REV_VID"),
        (AuditEvent.VidRevoked, false) => ("RES-SER-407", "VID_REVOKE", "RS-GEN_REV_VID"),
        (AuditEvent.VidRevealed, _) => ("RES-SER-192", "GET_VIDS", "RS-VID"),
        (AuditEvent.CardMade, true) => ("RES-SER-137", "REQ_CARD", "RS-CARD"),
        (AuditEvent.CardMade or AuditEvent.PhotoUnreadable, _) => ("RES-SER-138", "REQ_CARD", "RS-CARD"),
        (AuditEvent.CardDelivered or AuditEvent.CardPasswordShown, true) => ("RES-SER-292", "DOWNLOAD_PERSONALIZED_CARD", "RS-DOWN_CARD"),
        (AuditEvent.CardDelivered or AuditEvent.CardPasswordShown, false) => ("RES-SER-291", "DOWNLOAD_PERSONALIZED_CARD", "RS-DOWN_CARD"),
        (AuditEvent.CardOrdered, true) => ("RES-SER-237", "SEND_PHYSICAL_CARD", "RS-PHYS_CARD"),
        (AuditEvent.CardOrdered, false) => ("RES-SER-238", "SEND_PHYSICAL_CARD", "RS-PHYS_CARD"),
        (AuditEvent.RequestTracked, true) => ("RES-SER-200", "RID_STATUS", "RS-RID"),
        (AuditEvent.RequestTracked, false) => ("RES-SER-302", "RID_STATUS", "RS-RID"),
        (AuditEvent.NoticeSent, true) => ("RES-SER-208", "SEND_NOTIFICATION", "RS-NOT"),
        (AuditEvent.NoticeSent, false) => ("RES-SER-403", "SEND_NOTIFICATION", "RS-NOT"),
        _ => ("RES-SER-142", "VALIDATION_FAILED_EXCEPTION", "RS-VAL"),
    };
}
