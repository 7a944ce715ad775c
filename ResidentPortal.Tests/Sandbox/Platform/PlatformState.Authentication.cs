namespace ResidentPortal.Sandbox;

/// <content>ID authentication: one-time codes and the history of authentications.</content>
public sealed partial class PlatformState
{
    private const string OwnEntity = "mosip-ida-client";

    /// <summary>Sends a code to the registered contacts (<c>/internal/otp</c>); the code is bound to id and transaction.</summary>
    public OtpReceipt RequestOtp(string individualId, string transactionId, IReadOnlyCollection<string> channels)
    {
        var (resident, idType) = KnownToAuthentication(individualId);
        try
        {
            var receipt = Issue(resident, individualId, transactionId, channels);
            Log(resident, individualId, idType, transactionId, "OTP-REQUEST", fault: null, "OTP Request");
            return receipt;
        }
        catch (PlatformException fault)
        {
            Log(resident, individualId, idType, transactionId, "OTP-REQUEST", fault, "OTP Request");
            throw;
        }
    }

    /// <summary>Checks a code (<c>/internal/auth</c>); returns only when the person proved to be the one.</summary>
    public void Authenticate(string individualId, string transactionId, string otp)
    {
        var (resident, idType) = KnownToAuthentication(individualId);
        try
        {
            Check(resident, individualId, idType, transactionId, otp);
            Log(resident, individualId, idType, transactionId, "OTP-AUTH", fault: null, "OTP Authentication");
        }
        catch (PlatformException fault)
        {
            Log(resident, individualId, idType, transactionId, "OTP-AUTH", fault, "OTP Authentication");
            throw;
        }
    }

    /// <summary>
    /// An organisation asks ID authentication about a person (<c>/auth</c> of a partner). What succeeds uses up a VID of limited transactions; internal
    /// authentications do not. A way that its owner has locked is refused, and that is written down like anything else.
    /// </summary>
    public void AuthenticateForPartner(string individualId, string entityName, string typeCode = "OTP-AUTH", bool succeeds = true, DateTimeOffset? at = null)
    {
        var (resident, idType) = KnownToAuthentication(individualId);
        var transactionId = Authentications.NextTransactionId();
        var locked = typeCode.Split(',').Select(code => LockedCode(resident.Uin, code)).FirstOrDefault(code => code is not null);
        var comment = locked is not null ? $"{locked} Auth Type is Locked for the UIN" : succeeds ? "Authentication Success" : "Authentication Failed";
        Authentications.Add(new AuthenticationRow(transactionId, at ?? Clock.Now, typeCode, succeeds && locked is null, comment, resident.Uin, individualId, idType, entityName));
        if (Vids.Find(individualId) is { Policy.TransactionsAllowed: { } limit } vid && Authentications.Uses(individualId, OwnEntity) >= limit)
        {
            Vids.ChangeStatus(vid, "USED");
        }
    }

    private string? LockedCode(string uin, string typeCode)
    {
        var code = typeCode.Trim() switch
        {
            "FINGERPRINT-AUTH" => "bio-FINGER",
            "IRIS-AUTH" => "bio-IRIS",
            "FACE-AUTH" => "bio-FACE",
            "DEMO-AUTH" => "demo",
            "OTP-AUTH" when AuthTypes.IsLocked(uin, "otp-email") => "otp-phone",
            _ => null,
        };
        return code is not null && AuthTypes.IsLocked(uin, code) ? code : null;
    }

    /// <summary>The authentication history of a person, newest first (<c>/internal/authTransactions</c>).</summary>
    public IReadOnlyList<AuthenticationRow> ReadHistory(string individualId) =>
        Authentications.Of(KnownToAuthentication(individualId).Resident.Uin);

    private OtpReceipt Issue(Resident resident, string individualId, string transactionId, IReadOnlyCollection<string> channels)
    {
        if (Authentications.IsFlooded(resident.Uin, Rules.FloodLimit))
        {
            throw new PlatformException("IDA-OTA-001", "Innumerous OTP requests received", "Please do not send multiple OTP requests");
        }

        var toPhone = Wants(channels, "PHONE");
        var toEmail = Wants(channels, "EMAIL");
        if (!toPhone && !toEmail)
        {
            throw new PlatformException("IDA-OTA-008", "OTP Notification Channel not provided");
        }

        RefuseLockedChannel(resident.Uin, toPhone, toEmail);
        var phone = toPhone ? resident.Phone : null;
        var email = toEmail ? resident.Email : null;
        if (phone is null && email is null)
        {
            throw new PlatformException("IDA-OTA-002", "Could not generate/send OTP" + Unreachable(toPhone, toEmail));
        }

        var code = Otps.Issue(individualId, transactionId);
        var language = resident.PreferredLanguage;
        if (phone is not null)
        {
            Outbox.Add(new SentMessage("sms", phone, Subject: null, OtpMessages.Text(language, code), Clock.WallNow, code));
        }

        if (email is not null)
        {
            Outbox.Add(new SentMessage("email", email, OtpMessages.Subject(language), OtpMessages.Text(language, code), Clock.WallNow, code));
        }

        return new OtpReceipt(phone is null ? null : Masks.Phone(phone), email is null ? null : Masks.Email(email));
    }

    private static bool Wants(IReadOnlyCollection<string> channels, string channel) =>
        channels.Contains(channel, StringComparer.OrdinalIgnoreCase);

    private static string Unreachable(bool toPhone, bool toEmail) => (toPhone, toEmail) switch
    {
        (true, true) => ". Both Phone Number and Email ID are not found in identity data.",
        (true, false) => ". Phone Number is not found in identity data.",
        _ => ". Email ID is not found in identity data.",
    };

    // The published code looks for "otp-sms" where the lock is kept as "otp-phone", and leaves e-mail aside when both are asked.
    private void RefuseLockedChannel(string uin, bool toPhone, bool toEmail)
    {
        if (Rules.StrictChannelLocks && toPhone)
        {
            RefuseLocked(uin, "otp-phone");
        }

        if (toEmail && (Rules.StrictChannelLocks || !toPhone))
        {
            RefuseLocked(uin, "otp-email");
        }
    }

    private void RefuseLocked(string uin, string code)
    {
        if (AuthTypes.IsLocked(uin, code))
        {
            throw new PlatformException("IDA-MLC-019", $"{code} Auth Type is Locked for the UIN", $"Please unlock the {code} Auth Type");
        }
    }

    private void Check(Resident resident, string individualId, string idType, string transactionId, string otp)
    {
        if (resident.IsChildAt(Clock.WallNow))
        {
            throw new PlatformException("IDA-MLC-011", "Unsupported Authentication Type for child - otp", "Please use other Authentication Types in the request");
        }

        var request = Authentications.OtpRequest(transactionId);
        if (request is null || !string.Equals(request.Uin, resident.Uin, StringComparison.Ordinal))
        {
            throw new PlatformException("IDA-OTA-005", "Input transactionID does not match transactionID of OTP Request", "Please provide correct transactionID");
        }

        if (!string.Equals(request.IdType, idType, StringComparison.Ordinal))
        {
            throw new PlatformException("IDA-OTA-010", "Input Identity Type does not match Identity Type of OTP Request", "Please provide correct Identity Type");
        }

        Otps.Check(individualId, transactionId, otp);
    }

    private void Log(Resident resident, string individualId, string idType, string transactionId, string typeCode, PlatformException? fault, string comment) =>
        Authentications.Add(new AuthenticationRow(
            transactionId,
            Clock.Now,
            typeCode,
            fault is null,
            comment + (fault is null ? " Success" : " Failed"),
            resident.Uin,
            individualId,
            idType,
            OwnEntity));

    private (Resident Resident, string IdType) KnownToAuthentication(string individualId)
    {
        if (IdentifierRules.IsUin(individualId))
        {
            var person = Population.Find(individualId)
                ?? throw new PlatformException("IDA-MLC-018", "UIN not available in database");
            return (Active(person), "UIN");
        }

        if (!IdentifierRules.IsVid(individualId))
        {
            throw new PlatformException("IDA-MLC-009", "Invalid Input Parameter - individualId", "Please provide correct value for individualId");
        }

        var vid = Vids.Find(individualId) ?? throw new PlatformException("IDA-MLC-018", "VID not available in database");
        return vid.IsUsableAt(Clock.Now)
            ? (Active(Population.Find(vid.Uin)!), "VID")
            : throw new PlatformException("IDA-MLC-023", "VID is expired/deactivated", "Please use a valid VID");
    }

    private static Resident Active(Resident resident) =>
        string.Equals(resident.Status, "ACTIVATED", StringComparison.Ordinal)
            ? resident
            : throw new PlatformException("IDA-MLC-022", "UIN is deactivated/blocked", "Please use a valid UIN");
}
