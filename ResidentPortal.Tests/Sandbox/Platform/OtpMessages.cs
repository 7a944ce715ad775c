namespace ResidentPortal.Sandbox;

/// <summary>The words with which ID authentication sends a code, in the resident's language; the code always comes first.</summary>
internal static class OtpMessages
{
    internal static string Text(string language, string code) => code + " " + language switch
    {
        "fra" => "est votre code. Il est valable 3 minutes. Ne le donnez à personne.",
        "ara" => "هو رمزك. وهو صالح لمدة 3 دقائق. لا تعطه لأي شخص.",
        "hin" => "आपका कोड है। यह 3 मिनट तक मान्य है। इसे किसी को न दें।",
        "tam" => "உங்கள் குறியீடு. இது 3 நிமிடங்கள் செல்லுபடியாகும். யாரிடமும் பகிர வேண்டாம்.",
        _ => "is your code. It is valid for 3 minutes. Do not give it to anyone.",
    };

    internal static string Subject(string language) => language switch
    {
        "fra" => "Votre code",
        "ara" => "رمزك",
        "hin" => "आपका कोड",
        "tam" => "உங்கள் குறியீடு",
        _ => "Your code",
    };
}
