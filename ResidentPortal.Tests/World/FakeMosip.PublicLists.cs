using System.Text.Json;
using System.Text.Json.Nodes;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>The platform's public lists in memory, in the sandbox's own documents; centres are asked for over the wire alone.</summary>
public sealed partial class FakeMosip : IPublicLists
{
    public const string ReadList = "lists.read";

    CountrySettings IPublicLists.Country => new(Country.LanguageCodes, Country.LocationRoot);

    public async Task<Outcome<JsonElement>> ReadAsync(PublicList list, CancellationToken cancellationToken) => (await CallAsync<JsonNode>(
        ReadList, fault => PublicListProblems.Refused.With("code", fault.Code), () => list switch
        {
            PlaceLevels(var language) => MasterLists.Levels(language),
            PlaceLevelsInAll => MasterLists.Levels(),
            PlacesBelow(var place, var language) => MasterLists.Children(place, language),
            PlacesBelowInMany(var place, var languages) => MasterLists.Children(place, [.. languages]),
            PlaceFacts(var place, var language) => MasterLists.Place(place, language),
            PapersTaken(var language) => MasterLists.Documents(language),
            PaperTypes(var category, var language) => MasterLists.DocumentTypes(category, language),
            ApplicantPapers(var applicant, var languages) => MasterLists.ApplicantDocuments(applicant, languages[0]),
            FieldValues(var field) => MasterLists.FieldInAll(field, State.Rules.Profile),
            FieldWords(var field, var language) => MasterLists.Field(field, language, State.Rules.Profile),
            GenderWords(var language) => MasterLists.Genders(language),
            LatestSchema => MasterLists.Schema(version: null),
            VidPolicies => VidPolicy.File(State.Rules.Profile),
            IdentityNames => IdentityMapping.File(),
            UpdateQuestions => UpdateSpecification.File(),
            ShareQuestions => DisclosureSpecification.Share(),
            CardQuestions => DisclosureSpecification.Card(),
            _ => throw new PlatformException("KER-MSD-215", "Not in memory"),
        })).Then(document => JsonSerializer.SerializeToElement(document, Sandbox.Json.Options));
}
