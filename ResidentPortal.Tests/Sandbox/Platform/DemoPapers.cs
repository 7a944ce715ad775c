namespace ResidentPortal.Sandbox;

/// <summary>A category of papers with the types it takes.</summary>
public sealed record PaperCategory(string Code, IReadOnlyList<PaperType> Types)
{
    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Whether papers of it are taken.</summary>
    public bool IsActive { get; init; } = true;
}

/// <summary>A type of paper.</summary>
public sealed record PaperType(string Code, IReadOnlyDictionary<string, string> Names);

/// <summary>The papers that the sandbox's country takes, as master data's valid documents, in its three languages.</summary>
public static class DemoPapers
{
    private static readonly PaperType Passport = Type("DOC004", "Passport", "Passeport", "جواز السفر");
    private static readonly PaperType IdentityCard = Type("CIN", "National identity card", "Carte nationale d’identité", "بطاقة التعريف الوطنية");

    /// <summary>All categories.</summary>
    public static IReadOnlyList<PaperCategory> Categories { get; } =
    [
        new("POI", [Passport, IdentityCard, Type("DRL", "Driving licence", "Permis de conduire", "رخصة السياقة")]) { Names = Words("Proof of identity", "Preuve d’identité", "إثبات الهوية") },
        new("POA",
            [Type("RNC", "Rental contract", "Contrat de location", "عقد الكراء"), Type("UTB", "Electricity or water bill", "Facture d’électricité ou d’eau", "فاتورة الكهرباء أو الماء"),
             Type("COR", "Certificate of residence", "Certificat de résidence", "شهادة السكنى")])
        {
            Names = Words("Proof of address", "Justificatif de domicile", "إثبات العنوان"),
        },
        new("POR", [Type("FMB", "Family booklet", "Livret de famille", "دفتر الحالة المدنية"), Type("MRC", "Marriage certificate", "Acte de mariage", "عقد الزواج")])
        {
            Names = Words("Proof of relationship", "Preuve de parenté", "إثبات القرابة"),
        },
        new("POE", [Type("MDC", "Medical certificate", "Certificat médical", "شهادة طبية"), Type("EOP", "Photo of the exception", "Photo de l’exception", "صورة الاستثناء")])
        {
            Names = Words("Proof of exception", "Preuve d’exception", "إثبات الاستثناء"),
        },
        new("POB", [Type("COB", "Birth certificate", "Acte de naissance", "عقد الازدياد"), IdentityCard])
        {
            Names = Words("Proof of date of birth", "Preuve de la date de naissance", "إثبات تاريخ الميلاد"), IsActive = false,
        },
    ];

    private static PaperType Type(string code, string eng, string fra, string ara) => new(code, Words(eng, fra, ara));

    private static Dictionary<string, string> Words(string eng, string fra, string ara) =>
        new(StringComparer.Ordinal) { ["eng"] = eng, ["fra"] = fra, ["ara"] = ara };
}
