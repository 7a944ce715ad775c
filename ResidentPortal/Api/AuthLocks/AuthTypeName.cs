using ResidentPortal.Core.AuthLocks;

namespace ResidentPortal.Api.AuthLocks;

/// <summary>MOSIP's names of the auth types.</summary>
internal static class AuthTypeName
{
    private static readonly (string Name, AuthType Type)[] Names =
    [
        ("otp-email", AuthType.EmailCode), ("otp-phone", AuthType.PhoneCode), ("demo", AuthType.Demographics),
        ("bio-FINGER", AuthType.Fingerprint), ("bio-IRIS", AuthType.Iris), ("bio-FACE", AuthType.Face),
    ];

    /// <summary>The type of a name in any case, or null.</summary>
    public static AuthType? Find(string? name) => Names.Where(one => Inputs.IsWord(name, one.Name)).Select(one => (AuthType?)one.Type).FirstOrDefault();

    /// <summary>The name of a type.</summary>
    public static string Of(AuthType type) => Names.First(one => one.Type == type).Name;
}
