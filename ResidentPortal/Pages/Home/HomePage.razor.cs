using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Home;

/// <summary>Where a resident starts: what can be done here, what was asked for last, and who the portal takes them for.</summary>
public sealed partial class HomePage
{
    [Inject]
    private ShowProfile ShowProfile { get; set; } = default!;

    [Inject]
    private ListRecentRequests ListRecent { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    private List<SummaryRow> Rows =>
    [
        new(Words["Home.Uin"], Shown.Profile!.MaskedUin, IsCode: true),
        new(Words["Home.Phone"], Shown.Profile.MaskedPhone ?? Words["Home.NoContact"], IsCode: Shown.Profile.MaskedPhone is not null),
        new(Words["Home.Email"], Shown.Profile.MaskedEmail ?? Words["Home.NoContact"], IsCode: Shown.Profile.MaskedEmail is not null),
    ];

    /// <inheritdoc/>
    protected override async Task ReadAsync(Guid sessionId)
    {
        Shown.Recent = (await ListRecent.ExecuteAsync(sessionId)).Try(out var recent, out _) ? recent : [];

        // The portal works without the name: one service that is down closes nothing else.
        Shown.Profile = (await ShowProfile.ExecuteAsync(sessionId, Language.Of(CultureInfo.CurrentUICulture))).Try(out var profile, out var problem) ? profile : null;
        Shown.Problem = problem is null ? null : Problems.Of(problem);
    }
}
