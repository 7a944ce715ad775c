using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Storage;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ResidentPortal.Tests.Api;

/// <summary>Cards that the face answers with, opened as their owner would.</summary>
internal static class CardReplies
{
    /// <summary>The words of a card, opened with the password that the portal keeps for its owner. The portal keeps the file no more.</summary>
    public static async Task<string> OpenCardAsync(this ApiClient client, Resident resident, ApiReply reply, string? eventId = null)
    {
        reply.Error.ShouldBeNull(reply.Error?.ToString());
        (reply.Status, reply.Type).ShouldBe((200, "application/pdf"));
        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(reply.Bytes));
        var services = client.Portal.Services;
        var person = services.GetRequiredService<LookupKeys>().Person(ResidentSteps.Number(resident.Uin));
        var row = await client.Portal.InDatabaseAsync(db => db.CardFiles.Where(card => card.PersonKey == person && (eventId == null || card.EventId == eventId)).OrderByDescending(card => card.CreatedAt).FirstAsync());
        row.SealedFile.ShouldBeNull();
        using var card = PdfDocument.Open(reply.Bytes, new ParsingOptions { Password = services.GetRequiredService<Vault>().Open(CardActs.PasswordPurpose, row.SealedPassword)! });
        return string.Join(' ', card.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }

    /// <summary>The digits of a number as a card prints them.</summary>
    public static string Printed(string digits) => string.Join(' ', digits.Chunk(4).Select(group => new string(group)));
}
