using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ResidentPortal.Sandbox;

/// <summary>The sandbox's home page: demo residents, outbox with its codes, registrations, and how to set faults.</summary>
internal sealed class HomePage(SandboxApp sandbox, Func<IReadOnlyList<string>> operations)
{
    private const int ShownResidents = 40;
    private const int ShownMessages = 50;

    private const string Style = """
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 84rem; margin: 0 auto; padding: 1rem }
        h1 { font-size: 1.6rem; margin: .5rem 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
        table { border-collapse: collapse; width: 100% } th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #8886; overflow-wrap: anywhere }
        .n { font-family: ui-monospace, monospace; white-space: nowrap } small.n { font-size: .8rem } .code { font: 600 1.15rem ui-monospace, monospace }
        pre { overflow: auto; padding: .6rem; border: 1px solid #8886 }
        @media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%) } tr, td { display: block; border: 0; padding: .05rem 0 } tr { border-bottom: 1px solid #8886; padding: .5rem 0 } td:not(:first-child):not(:empty)::before { content: attr(data-label) " "; opacity: .75 } }
        """;

    internal string Render()
    {
        var page = new StringBuilder(64_000);
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<title>MOSIP sandbox</title><link rel=\"icon\" href=\"data:,\"><style>").Append(Style).Append("</style></head><body><main>")
            .Append("<h1>MOSIP sandbox</h1><p>A simulated national-ID platform, release ").Append(sandbox.State.Rules.Profile.Name())
            .Append(". Everyone here is invented. Reload the page to see new messages.</p>");
        Outbox(page);
        Residents(page);
        Registrations(page);
        Faults(page);
        page.Append("<h2>As JSON</h2><p>");
        foreach (var path in (string[])["residents", "registrations", "outbox", "faults", "calls", "audits"])
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"/sandbox/{path}\">/sandbox/{path}</a> ");
        }

        return page.Append("</p></main></body></html>").ToString();
    }

    private void Outbox(StringBuilder page)
    {
        page.Append("<h2 id=\"outbox\">Messages sent</h2>");
        var messages = sandbox.State.Outbox.Messages;
        if (messages.Count == 0)
        {
            page.Append("<p>None yet. Ask for a code in the portal, and it appears here.</p>");
            return;
        }

        Table(page, "Messages sent, newest first", "Sent (UTC)", "To", "Code", "Message");
        foreach (var message in messages.Take(ShownMessages))
        {
            var text = message.Subject is null ? message.Text : message.Subject + ": " + message.Text;
            Row(
                page,
                ("Sent", message.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
                ("To", Safe(message.Channel + " " + message.To)),
                ("Code", message.Code is null ? "" : $"<span class=\"code\">{Safe(message.Code)}</span>"),
                ("Message", $"<span dir=\"auto\">{Safe(text)}</span>"));
        }

        page.Append("</tbody></table>");
    }

    private void Residents(StringBuilder page)
    {
        var residents = sandbox.State.Population.Residents;
        page.Append("<h2>Demo residents</h2>");
        Table(page, "Demo residents", "Name", "UIN", "VID", "RID", "Special");
        foreach (var resident in residents.Take(ShownResidents))
        {
            Row(
                page,
                ("Name", $"<bdi>{Safe(resident.Name)}</bdi>"),
                ("UIN", Numeric(Number(resident.Uin))),
                ("VID", Numeric(Number(resident.Vid))),
                ("RID", $"<small class=\"n\">{resident.Rid}</small>"),
                ("Special", Safe(resident.Note)));
        }

        page.Append("</tbody></table>");
        if (residents.Count > ShownResidents)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>and {residents.Count - ShownResidents} more, <a href=\"/sandbox/residents\">as JSON</a>.</p>");
        }
    }

    private void Registrations(StringBuilder page)
    {
        page.Append("<h2 id=\"registrations\">Registrations to track</h2>");
        Table(page, "Registrations to track", "RID", "Status", "Special", "Packet");
        var moving = sandbox.State.Packets.All.Select(packet => packet.Rid).Where(sandbox.State.IsOnItsWay).ToHashSet(StringComparer.Ordinal);
        foreach (var registration in sandbox.State.Registrations.All.Where(entry => entry.Note is not "processed"))
        {
            Row(
                page,
                ("RID", $"<small class=\"n\">{registration.Rid}</small>"),
                ("Status", sandbox.State.Status(registration.Rid)!),
                ("Special", Safe(registration.Note)),
                ("Packet", moving.Contains(registration.Rid)
                    ? $"<form method=\"post\" enctype=\"application/x-www-form-urlencoded\" action=\"/sandbox/registrations/{registration.Rid}/reject\"><button>Refuse</button></form>"
                    : ""));
        }

        page.Append("</tbody></table>");
    }

    private void Faults(StringBuilder page)
    {
        page.Append("<h2>Faults</h2><p>In force: ");
        var active = sandbox.Faults.Active;
        page.Append(active.Count == 0 ? "none" : Safe(string.Join("; ", active.Select(order => $"{order.Operation} {order.Fault}"))))
            .Append(".</p><pre>").Append(Safe($$"""
                curl -X PUT {{sandbox.Url}}/sandbox/faults -d '{"operation":"idrepository.authtypes.update","fault":"http-500","times":1}'
                curl -X DELETE {{sandbox.Url}}/sandbox/faults
                curl -X POST {{sandbox.Url}}/sandbox/clock -d '{"seconds":200}'
                curl -X POST {{sandbox.Url}}/sandbox/authentications -d '{"id":"4913089685701546","by":"Acme Bank","type":"FINGERPRINT-AUTH","succeeds":false,"at":"2026-03-03T02:10:00Z"}'
                curl {{sandbox.Url}}/sandbox/credentials
                curl {{sandbox.Url}}/sandbox/packets
                curl -X POST {{sandbox.Url}}/sandbox/registrations/10001100800000120261124101500/reject -d '{"stage":"DEMOGRAPHIC_VERIFICATION","status":"REREGISTER"}'
                curl -X POST {{sandbox.Url}}/sandbox/reset
                """)).Append("</pre>");
        Table(page, "Faults", "Fault", "What it does");
        foreach (var (name, text) in FaultNames.All)
        {
            Row(page, ("Fault", Numeric(name)), ("Does", Safe(text)));
        }

        page.Append("</tbody></table><p>Operations: ").Append(Safe(string.Join(", ", operations())))
            .Append("; a service with <code>.*</code>, or <code>*</code> for all.</p>");
    }

    private static void Table(StringBuilder page, string label, params string[] heads)
    {
        page.Append("<table aria-label=\"").Append(Safe(label)).Append("\"><thead><tr>");
        foreach (var head in heads)
        {
            page.Append("<th scope=\"col\">").Append(Safe(head)).Append("</th>");
        }

        page.Append("</tr></thead><tbody>");
    }

    // On a narrow screen the heads are gone and each cell shows its label.
    private static void Row(StringBuilder page, params (string Label, string Html)[] cells)
    {
        page.Append("<tr>");
        foreach (var (label, html) in cells)
        {
            page.Append("<td data-label=\"").Append(label).Append("\">").Append(html).Append("</td>");
        }

        page.Append("</tr>");
    }

    private static string Numeric(string html) => $"<span class=\"n\">{html}</span>";

    /// <summary>Groups of four, as people read numbers.</summary>
    internal static string Number(string digits) => string.Join(' ', digits.Chunk(4).Select(group => new string(group)));

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
