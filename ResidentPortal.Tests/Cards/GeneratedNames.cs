using ResidentPortal.Core.Cards;

namespace ResidentPortal.Tests.Cards;

/// <summary>Names made of syllables, the same at every run: Latin with accents, Arabic with its joined letters, Ethiopic, Devanagari, Tamil and Khmer.</summary>
internal static class GeneratedNames
{
    private static readonly (string Language, string[] Beginnings, string[] Endings)[] Scripts =
    [
        ("eng", ["Zoë", "Łukasz", "Ngũgĩ", "Søren", "Đặng", "Chloé", "Okę", "Iñaki", "Müge", "Dvořá"], ["ková", "ssen", "wa", "tôn", "él", "ürk", "ña", "ção", "szek", "nić"]),
        ("ara", ["عبد ال", "لا", "محم", "أنو", "صال", "إبرا", "مُن", "فا", "بلا", "ها"], ["لاء", "حمن", "مد", "ار", "ح", "هيم", "ى", "طمة", "لَى", "شم"]),
        ("amh", ["አበ", "መድ", "ገብ", "ተስ", "ወል", "ሰላ", "ብር", "ጽጌ", "ዮሐ", "ኃይ"], ["በ", "ኅን", "ረ", "ፋዬ", "ደ", "ም", "ሃን", "ማርያም", "ንስ", "ሌ"]),
        ("hin", ["ऐश्व", "लक्ष्", "कृष्", "विश्", "श्री", "प्रि", "ज्यो", "द्वि", "स्मृ", "अर्जु"], ["र्या", "मी", "ण", "नाथ", "यंका", "ति", "वेदी", "न", "क्षा", "ट्टी"]),
        ("tam", ["ஐஸ்வ", "லட்சு", "கிருஷ்", "நாரா", "செந்", "மீனா", "பூங்", "ஜெய", "தமி", "கௌ"], ["ர்யா", "மி", "ணன்", "யணன்", "தில்", "ட்சி", "கொடி", "ஸ்ரீ", "ழ்", "ரி"]),
        ("khm", ["សុវ", "វិជ្", "ស្រី", "ក្រឹ", "បុប្", "ច័ន្", "ព្រះ", "សុភ", "រ័ត្", "ធី"], ["ណ្ណ", "ជា", "មុំ", "ស្ណា", "ផា", "ទ្រា", "វ៉ាន់", "ាព", "នា", "តា"]),
    ];

    /// <summary>As many people as asked for, the scripts in turn; every third has a Latin name first.</summary>
    public static IEnumerable<CardHolder> People(int count)
    {
        var random = new Random(20261124);
        for (var i = 0; i < count; i++)
        {
            var own = Name(random, i % Scripts.Length);
            yield return i % 3 == 0 ? CardSpecimens.Holder(Name(random, 0), own) : CardSpecimens.Holder(own);
        }
    }

    private static LocalText Name(Random random, int script)
    {
        var (language, beginnings, endings) = Scripts[script];
        return new LocalText(language, string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => beginnings[random.Next(10)] + endings[random.Next(10)])));
    }
}
