using Shouldly;

namespace ResidentPortal.Tests.World;

/// <content>Changes of data over plain HTTP.</content>
internal static partial class PortalSteps
{
    /// <summary>Chooses what to change; the answer is the task list.</summary>
    public static async Task<Answer> ChooseChangesAsync(this PortalClient client, params string[] fields)
    {
        var chosen = await client.PostFormAsync(await client.GetAsync(Links.ChooseUpdate), "choose", [.. fields.Select(field => ("Chosen", field))]);
        chosen.Location.ShouldBe(Links.Update, chosen.Text);
        return await client.GetAsync(Links.Update);
    }

    /// <summary>Answers one question; what comes back is not followed.</summary>
    public static async Task<Answer> AnswerAsync(this PortalClient client, string field, params (string Name, string Value)[] typed) =>
        await client.PostFormAsync(await client.GetAsync($"/update/answer/{field}"), "answer", typed);

    /// <summary>Answers the language of messages, which takes neither paper nor code; the answer is the page to check.</summary>
    public static async Task<Answer> PrepareChangeAsync(this PortalClient client, string language = "fra")
    {
        await client.ChooseChangesAsync("preferredLang");
        var answered = await client.AnswerAsync("preferredLang", ("Text", language));
        answered.Location.ShouldBe(Links.CheckUpdate, answered.Text);
        return await client.GetAsync(Links.CheckUpdate);
    }

    /// <summary>Sends what is on the page to check, with the consent; what comes back is not followed.</summary>
    public static Task<Answer> SendChangesAsync(this PortalClient client, Answer check) => client.PostFormAsync(check, "send-update", ("Consent", "true"));
}
