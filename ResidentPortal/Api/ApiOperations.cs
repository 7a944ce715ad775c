using ResidentPortal.Api.AuthHistory;
using ResidentPortal.Api.AuthLocks;
using ResidentPortal.Api.Cards;
using ResidentPortal.Api.ClientReports;
using ResidentPortal.Api.Contacts;
using ResidentPortal.Api.Documents;
using ResidentPortal.Api.Grievances;
using ResidentPortal.Api.Lists;
using ResidentPortal.Api.LostNumbers;
using ResidentPortal.Api.Otp;
using ResidentPortal.Api.Papers;
using ResidentPortal.Api.Sharing;
using ResidentPortal.Api.SignIn;
using ResidentPortal.Api.Tracking;
using ResidentPortal.Api.Updates;
using ResidentPortal.Api.VirtualIds;

namespace ResidentPortal.Api;

/// <summary>Every operation of the face, by name.</summary>
internal static class ApiOperations
{
    /// <summary>Lays them all.</summary>
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        RequestOtp.Map(api);
        RequestOtpByAid.Map(api);
        ValidateOtp.Map(api);
        ChannelStatus.Map(api);
        CheckStatus.Map(api);
        AidStatus.Map(api);
        GenerateVidWithCode.Map(api);
        RevokeVidWithCode.Map(api);
        ChangeLocks.Map(api);
        ReadAuthHistory.Map(api);
        MapLists(api);
        MapCards(api);
        MapUpdates(api);
        ResidentOperations.Map(api);
        MapSignIn(api);
        api.MapApiDescription();
    }

    // How a resident signs in for a client of the face, and out again.
    private static void MapSignIn(IEndpointRouteBuilder api)
    {
        GoToProvider.Map(api);
        ReturnFromProvider.Map(api);
        LeaveFace.Map(api);
        ShowWho.Map(api);
    }

    // Lists of the platform, lost numbers, reported problems.
    private static void MapLists(IEndpointRouteBuilder api)
    {
        MasterDataLists.Map(api);
        ConfigurationLists.Map(api);
        DownloadLists.Map(api);
        ReadStage.Map(api);
        RecoverNumber.Map(api);
        TakeTicket.Map(api);
        TakeReport.Map(api);
    }

    // Updates of data, their papers, and new contacts.
    private static void MapUpdates(IEndpointRouteBuilder api)
    {
        UpdateUin.Map(api);
        UpdateOwnUin.Map(api);
        UpdateCounts.Map(api);
        PendingDrafts.Map(api);
        IdentityOf.Map(api);
        UploadDocument.Map(api);
        OwnDocuments.Map(api);
        ContactDetails.Map(api);
    }

    // Cards, credentials and sharing.
    private static void MapCards(IEndpointRouteBuilder api)
    {
        RequestCards.Map(api);
        DownloadCard.Map(api);
        PersonalCard.Map(api);
        RequestVidCard.Map(api);
        FetchEventCard.Map(api);
        AskForCredential.Map(api);
        FollowCredential.Map(api);
        DescribeCredentials.Map(api);
        ShareCredential.Map(api);
    }
}
