using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>An update of data at a desk, through its pages.</summary>
internal static class DeskUpdateSteps
{
    /// <summary>A phone that nobody has.</summary>
    public const string NewPhone = "9876577777";

    /// <summary>The operator chooses a field of the form and types its value.</summary>
    public static async Task AnswerAsync(this KioskHost kiosk, string field, string text)
    {
        var chosen = await kiosk.PressAsync(await kiosk.Operator.GetAsync(Links.ChooseUpdate), "choose", ("Chosen", field));
        chosen.Location.ShouldBe(Links.Update, chosen.Text);
        var answered = await kiosk.PressAsync(await kiosk.Operator.GetAsync($"/update/answer/{field}"), "answer", ("Text", text));
        answered.Location.ShouldNotBeNull(answered.Text);
    }

    /// <summary>The operator sends what was typed, which puts it before the resident.</summary>
    public static async Task SendUpdateAsync(this KioskHost kiosk)
    {
        var sent = await kiosk.PressAsync(await kiosk.Operator.GetAsync(Links.CheckUpdate), "send-update", ("Consent", "true"));
        sent.Location.ShouldBe(Links.DeskVisit, sent.Text);
    }
}
