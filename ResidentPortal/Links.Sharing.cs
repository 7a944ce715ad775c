namespace ResidentPortal;

/// <content>The addresses of sharing data, and of cards of chosen data.</content>
public static partial class Links
{
    /// <summary>What was shared, and withdrawing it.</summary>
    public const string Sharing = "/sharing";

    /// <summary>With which organisation data are to be shared.</summary>
    public const string SharePartners = "/sharing/new";

    /// <summary>A card with chosen data.</summary>
    public const string PersonalCard = "/card/personal";

    /// <summary>What is to be shared with an organisation; its id says nothing about anybody.</summary>
    public static string ShareWith(string partnerId) => $"{SharePartners}/{Uri.EscapeDataString(partnerId)}";
}
