namespace ResidentPortal.Sandbox;

/// <summary>The message templates of master data, in English, French and Arabic, for each kind of act and each outcome.</summary>
internal static class TemplateShelf
{
    private static readonly string[] Acts =
    [
        "lock-unlock-auth", "gen-or-revoke-vid", "cust-and-down-my-card", "order-a-physical-card", "share-cred-with-partner",
        "update-demo-data", "vid-card-download", "get-my-uin-card", "verify-my-phone-email",
    ];

    private static readonly Dictionary<string, Words> Languages = new(StringComparer.Ordinal)
    {
        ["eng"] = new(
            "$eventDetails ($eventId): $status",
            "Dear $name,",
            "we have received your request \"$eventDetails\" of $date, $time. Its number is $eventId.",
            "your request \"$eventDetails\" of $date, $time was carried out. Its number is $eventId.",
            "your request \"$eventDetails\" of $date, $time could not be carried out. Its number is $eventId.",
            "Follow it here: $trackServiceRequestLink",
            "Your code for $eventDetails",
            "your code is $otp. Do not give it to anyone.",
            "$otp is your code for $eventDetails. Do not give it to anyone."),
        ["fra"] = new(
            "$eventDetails ($eventId) : $status",
            "Bonjour $name,",
            "nous avons reçu votre demande « $eventDetails » du $date à $time. Son numéro est $eventId.",
            "votre demande « $eventDetails » du $date à $time a été exécutée. Son numéro est $eventId.",
            "votre demande « $eventDetails » du $date à $time n’a pas pu être exécutée. Son numéro est $eventId.",
            "Suivez-la ici : $trackServiceRequestLink",
            "Votre code pour $eventDetails",
            "votre code est $otp. Ne le donnez à personne.",
            "$otp est votre code pour $eventDetails. Ne le donnez à personne."),
        ["ara"] = new(
            "$eventDetails ($eventId): $status",
            "عزيزي $name،",
            "استلمنا طلبك \"$eventDetails\" بتاريخ $date الساعة $time. رقمه $eventId.",
            "تم تنفيذ طلبك \"$eventDetails\" بتاريخ $date الساعة $time. رقمه $eventId.",
            "تعذر تنفيذ طلبك \"$eventDetails\" بتاريخ $date الساعة $time. رقمه $eventId.",
            "تابعه هنا: $trackServiceRequestLink",
            "رمزك من أجل $eventDetails",
            "رمزك هو $otp. لا تعطه لأي شخص.",
            "$otp هو رمزك من أجل $eventDetails. لا تعطه لأي شخص."),
    };

    internal static string? Find(string language, string code)
    {
        if (!Languages.TryGetValue(language, out var words))
        {
            return null;
        }

        return code switch
        {
            "receive-otp" => words.OtpSms,
            "receive-otp-mail-subject" => words.OtpSubject,
            "receive-otp-mail-content" => $"{words.Greeting} {words.OtpText}",
            _ => Array.Find(Acts, act => code.StartsWith(act + "-", StringComparison.Ordinal)) is { } found
                ? OfAct(words, code[(found.Length + 1)..])
                : null,
        };
    }

    // There is none for what is in progress, as in the shipped data.
    private static string? OfAct(Words words, string rest)
    {
        var sentence = rest switch
        {
            _ when rest.StartsWith("request-received", StringComparison.Ordinal) => words.Received,
            _ when rest.StartsWith("success", StringComparison.Ordinal) => words.Success,
            _ when rest.StartsWith("failure", StringComparison.Ordinal) => words.Failure,
            _ => null,
        };
        return (sentence, rest[(rest.StartsWith("request-received", StringComparison.Ordinal) ? 16 : Math.Min(7, rest.Length))..]) switch
        {
            (null, _) => null,
            (_, "-email-subject") => words.Subject,
            (_, "-email-content") => $"{words.Greeting} {sentence} {words.Track}",
            (_, "_SMS") => $"{words.Greeting} {sentence}",
            _ => null,
        };
    }

    private sealed record Words(
        string Subject,
        string Greeting,
        string Received,
        string Success,
        string Failure,
        string Track,
        string OtpSubject,
        string OtpText,
        string OtpSms);
}
