extern alias core;

using core::ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>Holders of cards, the key manager and the print partner in memory.</summary>
public sealed partial class FakeMosip
{
    public const string FindHolder = "card.holder";
    public const string SignCard = "card.sign";
    public const string OrderPrint = "card.order";
    public const string FindOrder = "card.order.find";

    /// <summary>Changes a holder before a card is made of it.</summary>
    public Func<CardHolder, CardHolder> BendHolder { get; set; } = holder => holder;

    /// <summary>Whether the key manager gives a file back as it came.</summary>
    public bool ForgetsPassword { get; set; }

    /// <summary>Runs after an order was taken and before its answer.</summary>
    public Action? AfterOrder { get; set; }

    public Task<Outcome<CardHolder>> FindAsync(Uin uin, bool hasBiometrics, CancellationToken cancellationToken) =>
        CallAsync(FindHolder, _ => ProfileProblems.UnknownPerson, () =>
        {
            var record = State.FindIdentity(uin.Reveal(), "UIN");
            var resident = record.Resident;
            return BendHolder(new CardHolder
            {
                Uin = uin,
                Status = Enum.Parse<IdentityStatus>(resident.Status, ignoreCase: true),
                Names = [.. resident.Names.Select(name => new LocalText(name.Key, name.Value))],
                BornOn = resident.BornOn,
                BornInYear = resident.BornOn.Year,
                Genders = [.. resident.Names.Keys.Select(language => new LocalText(language, record.GenderIn(language)))],
                Gender = resident.IsFemale ? CardGender.Female : CardGender.Male,
                Addresses = [.. resident.Names.Keys.Select(language => new LocalLines(language, record.AddressIn(language)))],
                PostalCode = "14022",
                Biometrics = hasBiometrics ? State.FindBiometrics(resident.Uin) : null,
            });
        });

    public Task<Outcome<byte[]>> SignAsync(byte[] pdf, string? password, CancellationToken cancellationToken) =>
        CallAsync(SignCard, _ => CommonProblems.Refused, () => ForgetsPassword || password is null ? pdf : PdfProtector.Protect(pdf, password, PdfPermissions.Print));

    public Task<Outcome<Guid>> OrderAsync(Uin uin, bool isMasked, CancellationToken cancellationToken) =>
        CallAsync(OrderPrint, _ => CommonProblems.Refused, () =>
        {
            var id = State.Credentials.Order(uin.Reveal(), isMasked ? "MASKED_UIN" : "UIN");
            AfterOrder?.Invoke();
            return id;
        });

    public Task<Outcome<OrderStage>> FindAsync(Guid requestId, CancellationToken cancellationToken) =>
        CallAsync(FindOrder, _ => CardProblems.UnknownOrder, () => State.Credentials.StatusOf(requestId) switch
        {
            "NEW" => OrderStage.Recorded,
            "PRINTING" => OrderStage.Printing,
            "PRINTED" => OrderStage.Printed,
            "IN_TRANSIT" => OrderStage.InTransit,
            "CARD_DELIVERED" => OrderStage.Delivered,
            "FAILED" => OrderStage.Failed,
            "CANCELLED" => OrderStage.Cancelled,
            null => throw new PlatformException("IDR-CRG-003", "No Record(s) found"),
            _ => OrderStage.WithPrinter,
        });
}
