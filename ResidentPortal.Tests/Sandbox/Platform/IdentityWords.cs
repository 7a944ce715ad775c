namespace ResidentPortal.Sandbox;

/// <summary>The words of gender and address in the languages of the demo residents.</summary>
internal static class IdentityWords
{
    internal const string RegionCode = "RSK";
    internal const string ProvinceCode = "KTA";
    internal const string CityCode = "KNT";
    internal const string ZoneCode = "BNMR";
    internal const string PostalCode = "14022";

    internal static string GenderCode(bool isFemale) => isFemale ? "FLE" : "MLE";

    internal static string Gender(string language, bool isFemale) => language switch
    {
        "fra" => isFemale ? "Féminin" : "Masculin",
        "ara" => isFemale ? "أنثى" : "ذكر",
        "amh" => isFemale ? "ሴት" : "ወንድ",
        "hin" => isFemale ? "महिला" : "पुरुष",
        "tam" => isFemale ? "பெண்" : "ஆண்",
        "khm" => isFemale ? "ស្រី" : "ប្រុស",
        _ => isFemale ? "Female" : "Male",
    };

    internal static string ResidenceStatus(string language) =>
        Pick(language, "Non-Foreigner", "Non-étranger", "غير أجنبي", "የውጭ ዜጋ ያልሆነ", "अविदेशी", "வெளிநாட்டவர் அல்லாதவர்", "មិនមែនជនបរទេស");

    internal static string Street(string language) =>
        Pick(language, "12 Harbour Lane", "12 allée du Port", "12 زقاق الميناء", "12 ወደብ መንገድ", "12 बंदरगाह गली", "12 துறைமுகத் தெரு", "១២ ផ្លូវកំពង់ផែ");

    internal static string Flat(string language) =>
        Pick(language, "Flat 3", "Appartement 3", "شقة 3", "ክፍል 3", "फ़्लैट 3", "வீடு 3", "ផ្ទះល្វែង ៣");

    internal static string Quarter(string language) =>
        Pick(language, "Old Quarter", "Vieux Quartier", "الحي القديم", "የድሮ ሰፈር", "पुराना मोहल्ला", "பழைய பகுதி", "សង្កាត់ចាស់");

    internal static string Region(string language) =>
        Pick(language, "Rabat Sale Kenitra", "Rabat-Salé-Kénitra", "الرباط سلا القنيطرة", "ራባት", "रबात", "ரபாத்", "រ៉ាបាត");

    internal static string Province(string language) =>
        Pick(language, "Kenitra", "Kénitra", "القنيطرة", "ኬኒትራ", "केनित्रा", "கெனிட்ரா", "កេនីត្រា");

    internal static string City(string language) => Province(language);

    internal static string Zone(string language) =>
        Pick(language, "Ben Mansour", "Ben Mansour", "بن منصور", "ቤን ማንሱር", "बेन मंसूर", "பென் மன்சூர்", "បេនមានស៊ួរ");

    private static string Pick(string language, string eng, string fra, string ara, string amh, string hin, string tam, string khm) =>
        language switch
        {
            "fra" => fra,
            "ara" => ara,
            "amh" => amh,
            "hin" => hin,
            "tam" => tam,
            "khm" => khm,
            _ => eng,
        };
}
