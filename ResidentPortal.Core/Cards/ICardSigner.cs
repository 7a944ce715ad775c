using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>The platform's key manager (MOSIP <c>/v1/keymanager/pdf/sign</c>), which signs a file and puts a password on it in one call.</summary>
public interface ICardSigner
{
    /// <summary>The signed file, protected where a password is given. Problems: <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.</summary>
    Task<Outcome<byte[]>> SignAsync(byte[] pdf, string? password, CancellationToken cancellationToken);
}
