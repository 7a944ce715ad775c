using ResidentPortal.Api.Contacts;
using ResidentPortal.Api.Documents;
using ResidentPortal.Api.Updates;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>The problems of updates in the words of the contract, where a walk over the wire would take days or a scanner.</summary>
public sealed class UpdateErrorsTests
{
    [Fact]
    public void What_waits_is_told_by_whether_it_can_be_discarded()
    {
        Of(UpdateProblems.Pending.With("mayDiscard", true)).ShouldBe(" Not allowed to update UIN as previous packet is pending. To proceed further please discard it.");
        Of(UpdateProblems.Pending.With("mayDiscard", false)).ShouldBe("  Not allowed to update UIN as previous packet is pending and it cannot be cancelled.");
        Of(HistoryProblems.ActInFlight).ShouldBe("  Not allowed to update UIN as previous packet is pending and it cannot be cancelled.");
    }

    [Fact]
    public void Attributes_whose_changes_are_used_up_are_named() =>
        Of(UpdateProblems.NoChangesLeft.With("fields", "fullName,gender")).ShouldBe("Update count limit for the attributes exceeded:- fullName,gender");

    [Fact]
    public void A_platform_that_does_not_answer_and_a_sign_in_that_is_over_are_told_apart()
    {
        Of(CommonProblems.ServiceUnavailable).ShouldBe("Unable to access API resource");
        UpdateErrors.OfResident(CommonProblems.ServiceUnavailable, "identity", "1234567890")!.Status.ShouldBe(400);
        UpdateErrors.Of(CommonProblems.ServiceUnavailable, "identity", "1234567890")!.Status.ShouldBe(200);
        UpdateErrors.Of(CommonProblems.FreshCodeNeeded, "identity", transactionId: null).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_that_is_refused_has_the_code_of_its_reason(string key, string code)
    {
        DocumentErrors.Of(new Problem(key, ProblemKind.Invalid)).Code.ShouldBe(code);
        UpdateErrors.Of(new Problem(key, ProblemKind.Invalid), "identity", "1234567890")!.Code.ShouldBe(code);
    }

    [Fact]
    public void Codes_that_are_too_old_or_tried_too_often_are_told()
    {
        ContactErrors.Of(OtpProblems.Expired, "1234567890").ShouldBe(ContactErrors.Expired);
        ContactErrors.Of(OtpProblems.NewCodeNeeded, "1234567890").ShouldBe(ContactErrors.Blocked);
        ContactErrors.Of(OtpProblems.DevicePaused, "1234567890").ShouldBe(ContactErrors.Blocked);
        ContactErrors.Of(UpdateProblems.NoChangesLeft.With("fields", "email"), "1234567890")!.Code.ShouldBe("RES-SER-526");
    }

    public static TheoryData<string, string> Papers() => new()
    {
        { DocumentProblems.Harmful.Key, "RES-SER-319" },
        { DocumentProblems.Wait.Key, "RES-SER-437" },
        { DocumentProblems.PdfLocked.Key, "RES-SER-319" },
        { DocumentProblems.PictureDamaged.Key, "RES-SER-319" },
        { DocumentProblems.OtherKind.Key, "RES-SER-516" },
        { DocumentProblems.NameDiffers.Key, "RES-SER-516" },
        { DocumentProblems.TooLarge.Key, "RES-SER-514" },
        { UpdateProblems.PapersTooLarge.Key, "RES-SER-514" },
        { UpdateProblems.TooManyPapers.Key, "RES-SER-434" },
    };

    private static string Of(Problem problem) => UpdateErrors.Of(problem, "identity", "1234567890")!.Message;
}
