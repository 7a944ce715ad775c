using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.Storage;

/// <summary>Encrypts values that must come back (an individual id for a later look, the text of a notice). What was sealed for one purpose does not open for another.</summary>
public sealed class Vault(IDataProtectionProvider provider)
{
    private const string IndividualIdPurpose = "individual-id";
    private const string RidPurpose = "rid";

    /// <summary>Encrypts a value for a purpose.</summary>
    public string Seal(string purpose, string value) => provider.CreateProtector("vault", purpose).Protect(value);

    /// <summary>Encrypts a file for a purpose.</summary>
    public byte[] Seal(string purpose, byte[] file) => provider.CreateProtector("vault", purpose).Protect(file);

    /// <summary>The file again, or null where it was sealed for something else, was changed, or its key is gone.</summary>
    public byte[]? Open(string purpose, byte[] sealedFile)
    {
        try
        {
            return provider.CreateProtector("vault", purpose).Unprotect(sealedFile);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Encrypts a RID.</summary>
    public string Seal(Rid rid) => Seal(RidPurpose, rid.Reveal());

    /// <summary>A sealed RID again; null where it does not open any more.</summary>
    public Rid? OpenRid(string? sealedRid) => Rid.Parse(Open(RidPurpose, sealedRid), out _);

    /// <summary>Encrypts a UIN or a VID.</summary>
    public string Seal(IndividualId individualId) => Seal(IndividualIdPurpose, individualId.Reveal());

    /// <summary>A sealed UIN or VID again; a value that does not open is a lost key, which nothing can go on without.</summary>
    public IndividualId OpenIndividualId(string sealedValue) =>
        IndividualId.TryParse(Open(IndividualIdPurpose, sealedValue), out var individualId)
            ? individualId
            : throw new CryptographicException("A stored individual id does not open: the key it was sealed with is gone.");

    /// <summary>The value again, or null where it was sealed for something else, was changed, or its key is gone.</summary>
    public string? Open(string purpose, string? sealedValue)
    {
        if (sealedValue is null)
        {
            return null;
        }

        try
        {
            return provider.CreateProtector("vault", purpose).Unprotect(sealedValue);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
