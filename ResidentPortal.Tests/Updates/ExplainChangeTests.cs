using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Core.Updates.Whole;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

public sealed class ExplainChangeTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("email,phone,preferredLang", false)]
    [InlineData("email,postalCode", true)]
    [InlineData("email,nothingLikeIt", true)]
    [InlineData("email,proofOfAddress", true)]
    public async Task Contacts_and_the_language_of_messages_take_no_paper(string names, bool needsPapers) =>
        (await _world.Get<ExplainChange>().ExecuteAsync(names.Split(','))).Value.NeedsPapers.ShouldBe(needsPapers);

    [Fact]
    public async Task Attributes_papers_and_what_is_unknown_are_told_apart()
    {
        var needs = (await _world.Get<ExplainChange>().ExecuteAsync(["postalCode", "proofOfAddress", "UIN"])).Value;
        needs.Known.ShouldBe(["postalCode"]);
        needs.Papers.ShouldBe(["proofOfAddress"]);
        needs.Languages.ShouldBe(["eng", "ara", "fra"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_kinds_of_paper_are_those_that_a_field_takes()
    {
        var kinds = (await _world.Get<ListUploadKinds>().ExecuteAsync()).Value;
        kinds.Types.Keys.ShouldBe(["POI", "POA"], ignoreOrder: true);
        kinds.Types["POA"].ShouldBe(["RNC", "UTB", "COR"]);
    }
}
