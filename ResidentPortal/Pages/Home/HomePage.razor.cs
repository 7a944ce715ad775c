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
    private IReadOnlyList<RecentRequest> _recent = [];
    private ResidentProfile? _profile;
    private Problem? _problem;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowProfile ShowProfile { get; set; } = default!;

    [Inject]
    private ListRecentRequests ListRecent { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    private List<SummaryRow> Rows =>
    [
        new(Words["Home.Uin"], _profile!.MaskedUin, IsCode: true),
        new(Words["Home.Phone"], _profile.MaskedPhone ?? Words["Home.NoContact"], IsCode: _profile.MaskedPhone is not null),
        new(Words["Home.Email"], _profile.MaskedEmail ?? Words["Home.NoContact"], IsCode: _profile.MaskedEmail is not null),
    ];

    protected override async Task OnInitializedAsync()
    {
        var session = await Current.FindIdAsync();
        _recent = (await ListRecent.ExecuteAsync(session)).Try(out var recent, out _) ? recent : [];

        // The portal works without the name: one service that is down closes nothing else.
        (await ShowProfile.ExecuteAsync(session, Language.Of(CultureInfo.CurrentUICulture))).Try(out _profile, out _problem);
    }
}
