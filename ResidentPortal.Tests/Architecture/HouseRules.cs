using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Architecture;

/// <summary>The rules of the house, judged on what was compiled.</summary>
public sealed class HouseRules
{
    [Fact]
    public void R1_Core_knows_nothing_of_the_web() => Rules.R1.Judge(House.Core);

    [Fact]
    public void R2_Features_know_neither_the_platforms_adapters_nor_its_wire() => Rules.R2.Judge(House.Core);

    [Fact]
    public void R3_Adapters_are_internal() => Rules.R3.Judge(House.Core);

    [Fact]
    public void R4_Only_the_rendering_of_cards_draws_and_only_their_photos_are_decoded() => Rules.R4.Judge([.. House.Core, .. House.Portal]);

    [Fact]
    public void R5_Only_Storage_knows_the_database_in_use() => Rules.R5.Judge([.. House.Core, .. House.Portal]);

    [Fact]
    public void R6_Identifiers_and_Outcomes_stand_on_nothing_of_the_house() => Rules.R6.Judge(House.Core);

    [Fact]
    public void R7_Features_lean_on_each_other_only_as_the_table_says() => Rules.R7.Judge(House.Core);

    [Fact]
    public void R7_Every_feature_has_its_line_in_the_table() =>
        House.Core.Select(type => type.Feature).OfType<string>().Except(["Mosip", "Storage"]).Distinct(StringComparer.Ordinal).ShouldBe(FeatureTable.Features, ignoreOrder: true);

    [Fact]
    public void R8_Pages_see_only_flows_and_values() => Rules.R8.Judge(House.Portal);

    [Fact]
    public void R9_A_flow_is_sealed_in_a_feature_and_has_one_public_method() => Rules.R9.Judge(House.Core);

    [Fact]
    public void R10_Names_say_what_a_type_is_and_leaves_are_sealed() => Rules.R10.Judge([.. House.Core, .. House.Portal]);

    [Fact]
    public void R11_Interfaces_are_ports_or_contracts_of_the_wire() => Rules.R11.Judge([.. House.Core, .. House.Portal]);

    [Fact]
    public void R11_Every_port_of_the_list_is_there() =>
        House.Core.Where(type => type.Definition.IsInterface && type.Feature is not "Mosip").Select(type => type.FullName).ShouldBe(Rules.Ports, ignoreOrder: true);

    [Fact]
    public void R12_Nobody_asks_the_machine_for_the_time_waits_or_writes_to_the_console() => Rules.R12.Judge([.. House.Core, .. House.Portal]);

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor")]
    [InlineData("T:System.Console")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("M:System.Threading.Tasks.Task.Wait")]
    public void R12_The_compiler_refuses_what_is_banned(string symbol)
    {
        BannedMembers.Symbols.ShouldContain(symbol);
        House.Text("Directory.Build.props").ShouldContain($"AdditionalFiles Include=\"$(MSBuildThisFileDirectory){BannedMembers.File}\"");
        House.Text("Directory.Packages.props").ShouldContain("GlobalPackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"");
    }

    [Fact]
    public void R14_Digits_are_read_only_where_they_are_needed() => Rules.R14.Judge([.. House.Core, .. House.Portal]);

    [Fact]
    public void S_31_S_32_Browsers_call_nothing_and_no_markup_is_raw() => Rules.NoRawMarkup.Judge([.. House.Core, .. House.Portal]);
}
