namespace ResidentPortal.Sandbox;

/// <summary>The 24 demo residents, always with the same numbers: names in several scripts and the cases a portal must stand.</summary>
internal static class DemoResidents
{
    internal static IReadOnlyList<Resident> All { get; } =
    [
        new()
        {
            Uin = "4952408651", Vid = "4913089685701546", Rid = "10001101010100020250103080000",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Meera Kaldan", ["fra"] = "Mira Kaldane", ["ara"] = "ميرا كلدان" },
            BornOn = new DateOnly(1990, 5, 17), PreferredLanguage = "eng", IsFemale = true, Phone = "9876500001", Email = "meera.k@example.org",
            IsInCodes = true,
            Note = "normal: phone and e-mail, three languages, some history",
        },
        new()
        {
            Uin = "4195891024", Vid = "5801395179245046", Rid = "10002101020103720250204090711",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["fra"] = "Élodie Benachour", ["ara"] = "إلودي بن عاشور" },
            BornOn = new DateOnly(1984, 11, 2), PreferredLanguage = "fra", IsFemale = true, Phone = "9876500002", Email = "elodie.b@example.org",
            Note = "French and Arabic, prefers French; UIN made, card still being printed",
        },
        new()
        {
            Uin = "3741891571", Vid = "2437832538920475", Rid = "10003101030107420250305101422",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["ara"] = "عبد الرحمن بن يوسف الأندلسي" },
            BornOn = new DateOnly(1971, 3, 28), PreferredLanguage = "ara", Phone = "9876500003", Email = "abdelrahman@example.org",
            Note = "Arabic only",
        },
        new()
        {
            Uin = "6093205463", Vid = "9023015716840917", Rid = "10004101040111120250406112133",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["amh"] = "አበበ በቀለ ወልደማርያም" },
            BornOn = new DateOnly(1988, 7, 9), PreferredLanguage = "amh", Phone = "9876500004", Email = "abebe.b@example.org",
            Note = "Amharic only",
        },
        new()
        {
            Uin = "6153013908", Vid = "3614927023548903", Rid = "10005101050114820250507122844",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["hin"] = "प्रिया शर्मा", ["eng"] = "Priya Sharma" },
            BornOn = new DateOnly(1995, 1, 30), PreferredLanguage = "hin", IsFemale = true, Phone = "9876500005", Email = "priya@example.org",
            IsInCodes = true,
            Note = "Hindi and English",
        },
        new()
        {
            Uin = "6537562904", Vid = "3256394189386714", Rid = "10006101060118520250608133555",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["tam"] = "கார்த்திகேயன் முருகன்", ["eng"] = "Karthikeyan Murugan" },
            BornOn = new DateOnly(1979, 8, 21), PreferredLanguage = "tam", Phone = "9876500006", Email = "karthik@example.org",
            Note = "Tamil and English",
        },
        new()
        {
            Uin = "8549370924", Vid = "2450389251861536", Rid = "10007101070122220250709144206",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["khm"] = "សុខ ចាន់ដារ៉ា", ["eng"] = "Sok Chandara" },
            BornOn = new DateOnly(1992, 12, 5), PreferredLanguage = "khm", Phone = "9876500007", Email = "chandara@example.org",
            Note = "Khmer and English",
        },
        new()
        {
            Uin = "7063782719", Vid = "7837916280759745", Rid = "10008101080125920250810154917",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "O", ["fra"] = "O" },
            BornOn = new DateOnly(1966, 2, 14), PreferredLanguage = "eng", IsFemale = true, Phone = "9876500008", Email = "o@example.org",
            Note = "a name of one letter",
        },
        new()
        {
            Uin = "3805391087", Vid = "5015481369459329", Rid = "10009101090129620250911165628",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Li", ["fra"] = "Li" },
            BornOn = new DateOnly(2001, 6, 18), PreferredLanguage = "eng", Phone = "9876500009", Email = "li@example.org",
            Note = "a name of two letters",
        },
        new()
        {
            Uin = "6874698067", Vid = "3479425326901752", Rid = "10001101100133320250112080339",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Ani", ["ara"] = "آني" },
            BornOn = new DateOnly(1998, 4, 4), PreferredLanguage = "eng", IsFemale = true, Phone = "9876500010", Email = "ani@example.org",
            Note = "a name of three letters, no surname",
        },
        new()
        {
            Uin = "2634728167", Vid = "6809329034960824", Rid = "10002101110137020250213091050",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Maximiliana Theodora Konstantinopolitana Wilhelmina von Hohenberg-Falkenstein II", ["fra"] = "Maximiliana Theodora Konstantinopolitana Wilhelmina von Hohenberg-Falkenstein II" },
            BornOn = new DateOnly(1958, 10, 31), PreferredLanguage = "fra", IsFemale = true, Phone = "9876500011", Email = "maximiliana@example.org",
            Note = "a name of 80 letters",
        },
        new()
        {
            Uin = "2698394725", Vid = "2895768259073840", Rid = "10003101120140720250314101701",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Suharto", ["fra"] = "Suharto" },
            BornOn = new DateOnly(1963, 9, 12), PreferredLanguage = "eng", Phone = "9876500012", Email = "suharto@example.org",
            Note = "no surname",
        },
        new()
        {
            Uin = "8514673601", Vid = "9427645801790463", Rid = "10004101130144420250415112412",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Tomas Okello", ["fra"] = "Tomas Okello" },
            BornOn = new DateOnly(1982, 5, 25), PreferredLanguage = "eng", Phone = "9876500013",
            Note = "no e-mail",
        },
        new()
        {
            Uin = "3198013593", Vid = "8745293410832814", Rid = "10005101140148120250516123123",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Grace Wanjiru", ["fra"] = "Grace Wanjiru" },
            BornOn = new DateOnly(1993, 3, 3), PreferredLanguage = "eng", IsFemale = true, Email = "grace@example.org",
            Note = "no phone",
        },
        new()
        {
            Uin = "4193251381", Vid = "9049258346105782", Rid = "10006101150151820250617133834",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Pedro Alcazar", ["fra"] = "Pedro Alcazar" },
            BornOn = new DateOnly(1949, 7, 27), PreferredLanguage = "eng",
            Note = "neither phone nor e-mail",
        },
        new()
        {
            Uin = "8047840896", Vid = "6403873682930695", Rid = "10007101160155520250718144545",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Lucien Marchetti", ["fra"] = "Lucien Marchetti" },
            BornOn = new DateOnly(1975, 12, 19), PreferredLanguage = "fra", Phone = "9876500016", Email = "lucien@example.org", Status = "DEACTIVATED",
            Note = "UIN deactivated",
        },
        new()
        {
            Uin = "5932951980", Vid = "7049726376402396", Rid = "10008101170159220250819155256",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Nadia Ferroukhi", ["ara"] = "نادية فروخي" },
            BornOn = new DateOnly(1987, 2, 8), PreferredLanguage = "ara", IsFemale = true, Phone = "9876500017", Email = "nadia@example.org", Status = "BLOCKED",
            Note = "UIN blocked",
        },
        new()
        {
            Uin = "3052354691", Vid = "9842157687248631", Rid = "10009101180162920250920165907",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Samir Haddad", ["ara"] = "سمير حداد" },
            BornOn = new DateOnly(2023, 8, 15), PreferredLanguage = "eng", Phone = "9876500018", Email = "samir@example.org",
            Note = "a child under five: no sign-in with a code",
        },
        new()
        {
            Uin = "2138231937", Vid = "9821936726958912", Rid = "10001101190166620250121080618",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Ingrid Solberg", ["fra"] = "Ingrid Solberg" },
            BornOn = new DateOnly(1969, 11, 11), PreferredLanguage = "eng", IsFemale = true, Phone = "9876500019", Email = "ingrid@example.org",
            Note = "fingerprint locked",
        },
        new()
        {
            Uin = "5738752612", Vid = "3578438623126052", Rid = "10002101200170320250222091329",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Rafael Moreno", ["fra"] = "Rafael Moreno" },
            BornOn = new DateOnly(1991, 6, 6), PreferredLanguage = "eng", Phone = "9876500020", Email = "rafael@example.org",
            Note = "has an expired temporary VID",
        },
        new()
        {
            Uin = "7856125724", Vid = "7462381250167032", Rid = "10003101210174020250323102040",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Yasmine El Idrissi", ["fra"] = "Yasmine El Idrissi", ["ara"] = "ياسمين الإدريسي" },
            BornOn = new DateOnly(1996, 9, 23), PreferredLanguage = "fra", IsFemale = true, Phone = "9876500021", Email = "yasmine@example.org",
            IsInCodes = true,
            Note = "has a revoked VID and a temporary one",
        },
        new()
        {
            Uin = "3120761704", Vid = "2152643751279465", Rid = "10004101220177720250424112751",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Kofi Mensah-Boateng", ["fra"] = "Kofi Mensah-Boateng" },
            BornOn = new DateOnly(1980, 1, 1), PreferredLanguage = "eng", Phone = "9876500022", Email = "kofi@example.org",
            Note = "face, iris and demographics locked, e-mail codes locked",
        },
        new()
        {
            Uin = "3583713093", Vid = "3059685472074189", Rid = "10005101230181420250525123402",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Siobhán O'Connor-D'Arcy", ["fra"] = "Siobhán O’Connor-D’Arcy" },
            BornOn = new DateOnly(1977, 4, 16), PreferredLanguage = "eng", IsFemale = true, Phone = "9876500023", Email = "siobhan@example.org",
            Note = "apostrophe, hyphen and accents",
        },
        new()
        {
            Uin = "3798570478", Vid = "5125839641871086", Rid = "10006101240185120250626134113",
            Names = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Amina Diallo", ["fra"] = "Aminata Diallo", ["ara"] = "أمينة ديالو" },
            BornOn = new DateOnly(2004, 2, 29), PreferredLanguage = "fra", IsFemale = true, Phone = "9876500024", Email = "amina@example.org",
            IsInCodes = true,
            Note = "born on 29 February",
        },
    ];
}
