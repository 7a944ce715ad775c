using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static System.Net.WebUtility;

namespace ResidentPortal.Sandbox;

/// <summary>The provider's page: the number, then the code and what the portal may do.</summary>
internal sealed class ProviderPages(PlatformState state, ProviderSubjects subjects)
{
    private static readonly string[] Own = ["step", "number", "transaction", "code", "allow"];

    internal async Task AnswerAsync(HttpContext context, OpenIddictRequest request)
    {
        var form = HttpMethods.IsPost(context.Request.Method) ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var (number, transaction) = (form["number"].ToString().Replace(" ", string.Empty, StringComparison.Ordinal), form["transaction"].ToString());
        await (form["step"].ToString() switch
        {
            "send" => SendAsync(context, request, number),
            "enter" => EnterAsync(context, request, (number, transaction), form["code"].ToString(), [.. form["allow"].OfType<string>()]),
            "refuse" => RefuseAsync(context),
            _ => WriteAsync(context, NumberPage(request, problem: null)),
        });
    }

    private Task SendAsync(HttpContext context, OpenIddictRequest request, string number)
    {
        var transaction = RandomNumberGenerator.GetString("0123456789", 10);
        try
        {
            state.RequestOtp(number, transaction, ["PHONE", "EMAIL"]);
        }
        catch (PlatformException fault)
        {
            return WriteAsync(context, NumberPage(request, fault.Text));
        }

        return WriteAsync(context, CodePage(request, (number, transaction), problem: null));
    }

    private Task EnterAsync(HttpContext context, OpenIddictRequest request, (string Number, string Transaction) asked, string code, IReadOnlyList<string> allowed)
    {
        try
        {
            state.Authenticate(asked.Number, asked.Transaction, code);
        }
        catch (PlatformException fault)
        {
            return WriteAsync(context, CodePage(request, asked, fault.Text));
        }

        var identity = new ClaimsIdentity("sandbox", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subjects.Add(request.ClientId!, IdentifierRules.IsUin(asked.Number) ? asked.Number : state.UinOfVid(asked.Number), asked.Number));
        identity.SetClaim(Claims.AuthenticationContextReference, ProviderServer.ByCode);
        identity.SetClaim(Claims.AuthenticationTime, state.Clock.WallNow.ToUnixTimeSeconds());
        identity.SetScopes([.. request.GetScopes().Where(scope => !ProviderServer.ResidentScopes.Contains(scope, StringComparer.Ordinal) || allowed.Contains(scope, StringComparer.Ordinal))]);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    private static Task RefuseAsync(HttpContext context) => context.ForbidAsync(
        OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
        new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }));

    private static string NumberPage(OpenIddictRequest request, string? problem) => Page(request, problem, """
        <p><label for="number">UIN or VID</label><br><input id="number" name="number" inputmode="numeric" required></p>
        <p><button name="step" value="send">Send code</button> <button name="step" value="refuse" formnovalidate>Cancel</button></p>
        """);

    private static string CodePage(OpenIddictRequest request, (string Number, string Transaction) asked, string? problem)
    {
        var allow = request.GetScopes().Intersect(ProviderServer.ResidentScopes, StringComparer.Ordinal)
            .Select(scope => string.Create(CultureInfo.InvariantCulture, $"""<p><label><input type="checkbox" name="allow" value="{scope}" checked> {scope}</label></p>"""));
        return Page(request, problem, $"""
            <input type="hidden" name="number" value="{HtmlEncode(asked.Number)}"><input type="hidden" name="transaction" value="{HtmlEncode(asked.Transaction)}">
            <p><label for="code">Code</label><br><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code"></p>
            <fieldset><legend>The Resident Portal may</legend>{string.Concat(allow)}</fieldset>
            <p><button name="step" value="enter">Allow and sign in</button> <button name="step" value="refuse">Cancel</button></p>
            """);
    }

    private static string Page(OpenIddictRequest request, string? problem, string fields)
    {
        var hidden = request.GetParameters().Where(parameter => !Own.Contains(parameter.Key, StringComparer.Ordinal))
            .Select(parameter => $"""<input type="hidden" name="{HtmlEncode(parameter.Key)}" value="{HtmlEncode((string?)parameter.Value)}">""");
        return $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sandbox sign-in</title></head>
            <body><main><h1>Sign in (sandbox of eSignet)</h1>{(problem is null ? string.Empty : $"<p role=\"alert\">{HtmlEncode(problem)}</p>")}
            <form method="post" action="{SignInProvider.Path}/authorize">{string.Concat(hidden)}{fields}</form></main></body></html>
            """;
    }

    private static Task WriteAsync(HttpContext context, string page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), context.RequestAborted).AsTask();
    }
}
