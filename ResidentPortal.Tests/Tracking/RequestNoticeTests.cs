using System.Globalization;
using System.Resources;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Tracking;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Tracking;

/// <summary>Whatever is tracked can be told in a message, in every language.</summary>
public sealed class RequestNoticeTests
{
    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Notifications.NoticeSentences", typeof(Notice).Assembly);

    private static IEnumerable<string> Names =>
    [
        "Request.Registration",
        .. Enum.GetNames<ActKind>().Select(kind => $"Request.{kind}"),
        .. Enum.GetNames<ActState>().Select(state => $"State.Act.{state}"),
        .. Enum.GetNames<RegistrationState>().Where(state => state is not nameof(RegistrationState.SentBack)).Select(state => $"State.Registration.{state}"),
        .. Enum.GetNames<RegistrationStage>().Select(stage => $"State.Stage.{stage}"),
        .. Enum.GetNames<OrderStage>().Where(stage => stage is not (nameof(OrderStage.Failed) or nameof(OrderStage.Cancelled))).Select(stage => $"State.OrderCard.{stage}"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_kind_state_and_stage_has_its_words(string language) =>
        Names.Where(name => Sentences.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!.GetString(name) is null).ShouldBeEmpty();
}
