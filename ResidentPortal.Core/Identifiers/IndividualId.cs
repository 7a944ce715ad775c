namespace ResidentPortal.Core.Identifiers;

/// <summary>What a person is known by to ID authentication: a <see cref="Identifiers.Uin"/> or a <see cref="Identifiers.Vid"/>, told apart by length.</summary>
public sealed record IndividualId
{
    private IndividualId(Uin? uin, Vid? vid) => (Uin, Vid) = (uin, vid);

    /// <summary>The UIN, where it is one.</summary>
    public Uin? Uin { get; }

    /// <summary>The VID, where it is one.</summary>
    public Vid? Vid { get; }

    /// <summary>MOSIP's word for the kind: <c>UIN</c> or <c>VID</c>.</summary>
    public string Kind => Uin is null ? "VID" : "UIN";

    /// <summary>A UIN as an individual id.</summary>
    public static IndividualId Of(Uin uin) => new(uin, vid: null);

    /// <summary>A VID as an individual id.</summary>
    public static IndividualId Of(Vid vid) => new(uin: null, vid);

    /// <summary>The UIN or VID that was typed, or null and what is wrong with it. Tells nothing of whether the person exists.</summary>
    public static IndividualId? Parse(string? typed, out IndividualIdFault fault)
    {
        var digits = Digits.Normalize(typed);
        fault = IndividualIdFault.None;
        if (digits.Length == 0)
        {
            fault = IndividualIdFault.Empty;
        }
        else if (!Digits.AreAll(digits))
        {
            fault = IndividualIdFault.NotDigits;
        }
        else if (Identifiers.Uin.TryParse(digits, out var uin))
        {
            return Of(uin);
        }
        else if (Identifiers.Vid.TryParse(digits, out var vid))
        {
            return Of(vid);
        }
        else
        {
            fault = digits.Length is Identifiers.Uin.Length or Identifiers.Vid.Length ? IndividualIdFault.Mistyped : IndividualIdFault.WrongLength;
        }

        return null;
    }

    /// <summary>Whether the text is a UIN or a VID.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IndividualId? id)
    {
        id = Parse(typed, out _);
        return id is not null;
    }

    /// <summary>The digits. Everywhere else the number is masked.</summary>
    public string Reveal() => Uin?.Reveal() ?? Vid!.Reveal();

    /// <summary>The number with all but its last four digits hidden.</summary>
    public override string ToString() => Uin?.ToString() ?? Vid!.ToString();
}

/// <summary>What can be wrong with a typed UIN or VID.</summary>
public enum IndividualIdFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Something other than digits.</summary>
    NotDigits,

    /// <summary>Neither ten nor sixteen digits.</summary>
    WrongLength,

    /// <summary>The right length, but a digit is wrong or two are swapped.</summary>
    Mistyped,
}
