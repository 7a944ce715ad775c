using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Makes the file of a card: identity read → photo → QR signed → drawn → protected → opened again with its password, and seen to stay closed without. What does not pass
/// that is never offered.
/// </summary>
public sealed class CardPress(ICardHolders holders, ICardSigner signer, PhotoConversion photos, CardSeal seal, PersonalCardDesk desk, IOptions<CardOptions> options, TimeProvider clock) : IDisposable
{
    // Readers may print it and read it aloud; nobody can hold them to the rest.
    private const PdfPermissions Allowed = PdfPermissions.OfCards;

    // Drawing keeps a processor busy: more at once would only make each slower.
    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);

    /// <summary>
    /// The finished card. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CardProblems.NotActive"/>, <see cref="CardProblems.DoesNotOpen"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.
    /// </summary>
    public async Task<Outcome<PressedCard>> MakeAsync(Uin uin, MakeCardOrder order, IssuedVid? vid)
    {
        IReadOnlyList<DisclosedField>? shown = null;
        if (order.Choice is CardChoice.Personal
            && (!(await desk.LayOutAsync(uin, CancellationToken.None)).Try(out var offer, out var problem) || !offer.Of(order.Chosen).Try(out shown, out problem)))
        {
            return problem;
        }

        var hasPhoto = shown is null || shown.Any(field => field.Field.Meaning is DisclosureMeaning.Photo);
        if (!(await holders.FindAsync(uin, hasPhoto, CancellationToken.None)).Try(out var holder, out problem))
        {
            return problem;
        }

        if (holder.Status is not IdentityStatus.Activated)
        {
            return CardProblems.NotActive;
        }

        var photo = await photos.ConvertAsync(holder.Biometrics, CancellationToken.None);
        var password = CardPassword.Of(holder, options.Value);
        await _gate.WaitAsync();
        try
        {
            var content = shown is null ? Write(holder, order, vid, photo.Jpeg) : WritePersonal(shown, holder, order, photo.Jpeg);
            var plain = await Task.Run(() => CardDrawing.Draw(content));
            var isOurs = options.Value.Protection is CardProtection.Portal;
            var file = isOurs ? await Task.Run(() => PdfProtector.Protect(plain, password.Text, Allowed)) : await signer.SignAsync(plain, password.Text, CancellationToken.None);
            return !file.Try(out var bytes, out problem) ? problem
                : await Task.Run(() => CardSelfCheck.Check(bytes, password.Text, isOurs)) is CardFileFault.None ? new PressedCard(bytes, password, hasPhoto ? photo.State : PhotoState.NotChosen)
                : CardProblems.DoesNotOpen;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// The masked card for the printer of a kiosk, with its watermark. It goes from here to paper, so that it has no password. Problems: as above but for the last.
    /// </summary>
    internal async Task<Outcome<byte[]>> PrintAsync(Uin uin, Language language, CardPrint print)
    {
        if (!(await holders.FindAsync(uin, hasBiometrics: true, CancellationToken.None)).Try(out var holder, out var problem))
        {
            return problem;
        }

        if (holder.Status is not IdentityStatus.Activated)
        {
            return CardProblems.NotActive;
        }

        var photo = await photos.ConvertAsync(holder.Biometrics, CancellationToken.None);
        await _gate.WaitAsync();
        try
        {
            var content = Write(holder, new MakeCardOrder(Guid.Empty, CardChoice.MaskedUin, VidKey: null, language.Code), vid: null, photo.Jpeg);
            return await Task.Run(() => CardDrawing.Draw(CardWriter.ForPrinter(content, language, print)));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private CardContent Write(CardHolder holder, MakeCardOrder order, IssuedVid? vid, byte[]? photo)
    {
        var now = clock.GetUtcNow();
        var language = order.CardLanguage;
        var number = vid is null
            ? CardNumber.Of(holder.Uin, order.Choice is CardChoice.MaskedUin)
            : CardNumber.Of(vid.Vid, isMasked: false, vid.Type.Name, vid.ExpiresAt is { } end ? DateOnly.FromDateTime(end.UtcDateTime) : null, vid.Uses);
        var qrText = seal.Write(ClaimsOf(holder, number, language.Code), now);
        return CardWriter.Write(holder, number, language, DateOnly.FromDateTime(now.UtcDateTime), photo, qrText, options.Value.AuthorityIn(language), options.Value.CheckAddress);
    }

    private CardContent WritePersonal(IReadOnlyList<DisclosedField> shown, CardHolder holder, MakeCardOrder order, byte[]? photo)
    {
        var now = clock.GetUtcNow();
        var language = order.CardLanguage;
        var qrText = order.HasQr ? seal.Write(PersonalCardWriter.Claims(shown, holder.BornOn, holder.Gender, language), now) : string.Empty;
        var frame = CardWriter.Frame(CardKind.Personal, language, DateOnly.FromDateTime(now.UtcDateTime), qrText, options.Value.AuthorityIn(language), options.Value.CheckAddress);
        return PersonalCardWriter.Write(shown, frame, language, photo);
    }

    // One language goes into the code, the card's own where the record has it: all of them would not print at this size.
    private static CardClaims ClaimsOf(CardHolder holder, CardNumber number, string language)
    {
        var name = holder.NameIn(language);
        return new CardClaims
        {
            Id = number.Printed,
            Language = name?.Language ?? language,
            FullName = name?.Text ?? string.Empty,
            BornOn = holder.BornOn,
            Gender = holder.Gender,
            Address = holder.AddressIn(language)?.Lines ?? [],
        };
    }
}

/// <summary>A card that was made and checked.</summary>
/// <param name="File">The protected file.</param>
/// <param name="Password">Its password.</param>
/// <param name="Photo">What became of the photo.</param>
public sealed record PressedCard(byte[] File, CardPassword Password, PhotoState Photo)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PressedCard);
}
