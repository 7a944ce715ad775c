using ResidentPortal.Core.History;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.History;

public sealed class ActKindTests
{
    [Theory]
    [InlineData(ActKind.ChangeAuthLocks, "AUTH_TYPE_LOCK_UNLOCK", "COMPLETED")]
    [InlineData(ActKind.GenerateVid, "GENERATE_VID", "VID_GENERATED")]
    [InlineData(ActKind.RevokeVid, "REVOKE_VID", "VID_REVOKED")]
    [InlineData(ActKind.RevealVid, "DEFAULT", "COMPLETED")]
    [InlineData(ActKind.MakeCard, "DOWNLOAD_PERSONALIZED_CARD", "CARD_DOWNLOADED")]
    [InlineData(ActKind.MakeVidCard, "VID_CARD_DOWNLOAD", "CARD_READY_TO_DOWNLOAD")]
    [InlineData(ActKind.OrderCard, "ORDER_PHYSICAL_CARD", "CARD_DELIVERED")]
    public void Kinds_have_the_words_of_Resident_Services(ActKind kind, string requestType, string success)
    {
        kind.RequestType().ShouldBe(requestType);
        kind.StatusCode(ActState.Confirmed).ShouldBe(success);
        kind.StatusCode(ActState.Refused).ShouldBe("FAILED");
        kind.StatusCode(ActState.Cancelled).ShouldBe("CANCELED");
        kind.StatusCode(ActState.Unknown).ShouldBe("NEW");
    }

    [Fact]
    public void Every_kind_has_its_words() =>
        Enum.GetValues<ActKind>().Select(kind => kind.RequestType()).ShouldAllBe(word => word.Length > 0);
}
