using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Architecture;

/// <summary>Each rule catches a type that breaks it: a rule that cannot see is not a rule.</summary>
public sealed class SpecimenTests
{
    [Theory]
    [InlineData("R1", "ResidentPortal.Core.Otp.WebInCore names MudBlazor.Color")]
    [InlineData("R1", "ResidentPortal.Core.Otp.WebInCore names Microsoft.AspNetCore.Http.HttpContext")]
    [InlineData("R1", "ResidentPortal.Core.Otp.WebInCore names Microsoft.AspNetCore.DataProtection.IDataProtector")]
    [InlineData("R2", "ResidentPortal.Core.Otp.WireInFeature names ResidentPortal.Core.Mosip.MosipOptions")]
    [InlineData("R2", "ResidentPortal.Core.Otp.WireInFeature names Refit.GetAttribute")]
    [InlineData("R2", "ResidentPortal.Core.Otp.WireInFeature names System.Net.Http.HttpMethod")]
    [InlineData("R2", "ResidentPortal.Core.Otp.WireInFeature names System.Text.Json.Serialization.JsonPropertyNameAttribute")]
    [InlineData("R3", "ResidentPortal.Core.Mosip.PublicAdapter is public")]
    [InlineData("R4", "ResidentPortal.Core.Otp.DrawingFeature names SkiaSharp.SKCanvas")]
    [InlineData("R4", "ResidentPortal.Core.Otp.DecodingFeature names ImageMagick.MagickImage")]
    [InlineData("R5", "ResidentPortal.Core.Otp.DatabaseInFeature names Microsoft.Data.Sqlite.SqliteException")]
    [InlineData("R6", "ResidentPortal.Core.Identifiers.LeaningIdentifier names ResidentPortal.Core.Outcomes.Problem")]
    [InlineData("R7", "ResidentPortal.Core.Tracking.LeaningFeature leans on AuthLocks")]
    [InlineData("R8", "ResidentPortal.Pages.Locks.PageWithPort names ResidentPortal.Core.Otp.IIdAuthentication")]
    [InlineData("R8", "ResidentPortal.Pages.Locks.PageWithPort names ResidentPortal.Core.Storage.PortalDbContext")]
    [InlineData("R8", "ResidentPortal.Pages.Locks.PageWithPort names ResidentPortal.Core.Sessions.SessionRow")]
    [InlineData("R8", "ResidentPortal.Pages.Locks.PageWithPort names ResidentPortal.Core.Mosip.MosipOptions")]
    [InlineData("R8", "ResidentPortal.Pages.Locks.PageWithPort names ResidentPortal.Api.Face")]
    [InlineData("R8", "ResidentPortal.Kiosk.Devices.DeskWithAccounts names Microsoft.EntityFrameworkCore.DbContext")]
    [InlineData("R8", "ResidentPortal.Kiosk.Operators.AccountsWithRows names ResidentPortal.Core.Storage.PortalDbContext")]
    [InlineData("R5", "ResidentPortal.Kiosk.Operators.AccountsWithRows names Microsoft.Data.Sqlite.SqliteException")]
    [InlineData("R9", "ResidentPortal.Core.Otp.TalkativeFlow is a flow and not sealed")]
    [InlineData("R9", "ResidentPortal.Core.Otp.TalkativeFlow is a flow with 2 public methods: ExecuteAsync, Prepare")]
    [InlineData("R9", "ResidentPortal.Core.Otp.TalkativeFlow is a flow that does not return an outcome")]
    [InlineData("R9", "ResidentPortal.Core.HomelessFlow is a flow outside a feature")]
    [InlineData("R10", "ResidentPortal.Core.Otp.CodeManager ends in Manager")]
    [InlineData("R10", "ResidentPortal.Core.Otp.TalkativeFlow is a leaf and not sealed")]
    [InlineData("R11", "ResidentPortal.Core.Otp.ICodeDesk is an interface, but neither a port nor a Refit contract")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient calls System.DateTime.get_UtcNow")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient calls System.DateTime.get_Now")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient calls System.Net.Http.HttpClient..ctor")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient calls System.Threading.Tasks.Task`1.get_Result")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient calls System.Threading.Tasks.Task.Wait")]
    [InlineData("R12", "ResidentPortal.Core.Otp.Impatient names System.Console")]
    [InlineData("R14", "ResidentPortal.Pages.Locks.RevealingPage reads the digits of a number")]
    [InlineData("Markup", "ResidentPortal.Pages.Locks.RawPage names Microsoft.AspNetCore.Components.MarkupString")]
    [InlineData("Markup", "ResidentPortal.Pages.Locks.RawPage names Microsoft.JSInterop.JSInvokableAttribute")]
    public void A_rule_catches_its_specimen(string rule, string fault) => RuleOf(rule).FaultsIn(House.Specimens).ShouldContain(fault);

    [Fact]
    public void Only_the_accounts_of_operators_have_rows_of_their_own_in_a_face() =>
        Rules.R8.FaultsIn(House.Specimens).ShouldNotContain("ResidentPortal.Kiosk.Operators.AccountsWithRows names Microsoft.EntityFrameworkCore.DbContext");

    private static Rule RuleOf(string number) => number switch
    {
        "R1" => Rules.R1,
        "R2" => Rules.R2,
        "R3" => Rules.R3,
        "R4" => Rules.R4,
        "R5" => Rules.R5,
        "R6" => Rules.R6,
        "R7" => Rules.R7,
        "R8" => Rules.R8,
        "R9" => Rules.R9,
        "R10" => Rules.R10,
        "R11" => Rules.R11,
        "R12" => Rules.R12,
        "R14" => Rules.R14,
        _ => Rules.NoRawMarkup,
    };
}
