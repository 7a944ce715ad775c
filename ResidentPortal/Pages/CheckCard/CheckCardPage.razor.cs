using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.CheckCard;

/// <summary>Checks a card by the text of its QR code, typed, pasted or read by a hand scanner. The answer comes with the POST itself: nothing of a card is part of an address.</summary>
public sealed partial class CheckCardPage
{
    private readonly List<FieldError> _errors = [];
    private CheckedCard? _card;

    [Inject]
    private Core.Cards.CheckCard Check { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Text { get; set; }

    private List<SummaryRow> Rows => [.. All.Where(row => row.Text.Length > 0)];

    private IEnumerable<SummaryRow> All =>
    [
        new(Words["Check.Name"], _card!.Claims.FullName),
        new(Words["Check.Number"], _card.Claims.Id, IsCode: true),
        new(Words["Check.Born"], _card.Claims.BornOn?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? _card.Claims.BornText ?? string.Empty),
        new(Words["Check.Gender"], _card.Claims.Gender is { } gender ? Words[$"Check.Gender.{gender}"].Value : string.Empty),
        new(Words["Check.Address"], string.Join(", ", _card.Claims.Address)),
        new(Words.OfAttribute("phone"), _card.Claims.Phone ?? string.Empty, IsCode: true),
        new(Words.OfAttribute("email"), _card.Claims.Email ?? string.Empty, IsCode: true),
        new(Words["Check.Issued"], Moments.Day(_card.IssuedAt)),
    ];

    private async Task CheckAsync()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            _errors.Add(new FieldError(nameof(Text), Words["Check.Empty"]));
            return;
        }

        if (!(await Check.ExecuteAsync(Text)).Try(out _card, out var problem))
        {
            _errors.Add(new FieldError(nameof(Text), Problems.Of(problem)));
        }
    }
}
