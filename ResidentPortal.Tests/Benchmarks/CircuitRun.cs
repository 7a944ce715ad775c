using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace ResidentPortal.Benchmarks;

/// <summary>
/// What an idle circuit of the home page costs the process of a running portal: residents of a sandbox sign in, open home a few times each as a browser does, and
/// stay. The portal has to let one network ask for that many codes, and is named with the number of its process.
/// </summary>
internal sealed partial class CircuitRun(Uri portal, Uri sandbox, int process, int count) : IAsyncDisposable
{
    private const int PerResident = 5;
    private const int WarmUp = 50;

    private static readonly Type Pack = typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<HubConnection> _circuits = [];

    public static async Task PrintAsync(string[] args)
    {
        var count = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 2000;
        await using var run = new CircuitRun(new Uri(args[1]), new Uri(args[2]), int.Parse(args[3], CultureInfo.InvariantCulture), count);
        await run.PrintAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in _circuits)
        {
            await circuit.DisposeAsync();
        }

        _http.Dispose();
    }

    private async Task PrintAsync()
    {
        var visitors = await SandboxVisitor.SignInAllAsync(_http, portal, sandbox, (count + WarmUp + PerResident - 1) / PerResident);
        await OpenAsync(visitors, WarmUp);
        await Task.Delay(TimeSpan.FromSeconds(20));
        var before = Memory();
        await OpenAsync(visitors, WarmUp + count);
        await Task.Delay(TimeSpan.FromSeconds(30));
        var (after, alive) = (Memory(), _circuits.Count(circuit => circuit.State is HubConnectionState.Connected));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alive} circuits alive of {_circuits.Count}; process {before:0} MB with {WarmUp}, {after:0} MB with all: {(after - before) / count:0.000} MB each"));
    }

    private async Task OpenAsync(IReadOnlyList<SandboxVisitor> visitors, int until)
    {
        while (_circuits.Count < until)
        {
            _circuits.Add(await OpenAsync(visitors[_circuits.Count / PerResident]));
        }
    }

    private async Task<HubConnection> OpenAsync(SandboxVisitor visitor)
    {
        var html = await visitor.ReadAsync("/home");
        var builder = new HubConnectionBuilder().WithUrl(new Uri(portal, "/_blazor"), options =>
        {
            (options.Transports, options.SkipNegotiation) = (HttpTransportType.WebSockets, true);
            options.WebSocketConfiguration = Ask;
        });
        builder.Services.AddSingleton((IHubProtocol)Activator.CreateInstance(Pack)!);
        var circuit = builder.Build();
        var drawn = new TaskCompletionSource();
        circuit.On<long, byte[]>("JS.RenderBatch", async (batch, _) =>
        {
            await circuit.SendAsync("OnRenderCompleted", batch, null);
            drawn.TrySetResult();
        });
        circuit.On<long, string, string, int, long>("JS.BeginInvokeJS", (call, _, _, _, _) => circuit.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]"));
        await circuit.StartAsync();
        await circuit.InvokeAsync<string>("StartCircuit", portal.AbsoluteUri, new Uri(portal, "/home").AbsoluteUri, "[]", string.Empty);
        await circuit.SendAsync("UpdateRootComponents", Roots(html), State().Match(html).Groups["state"].Value);
        await drawn.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return circuit;

        void Ask(ClientWebSocketOptions options)
        {
            options.SetRequestHeader("Cookie", visitor.Cookies);
            options.SetRequestHeader("Origin", portal.GetLeftPart(UriPartial.Authority));
        }
    }

    // What the browser's script makes of the markers in the page: each is a root to be made alive.
    private static string Roots(string html)
    {
        var markers = Marker().Matches(html).Select(match => match.Groups["json"].Value).Where(json => json.Contains("\"descriptor\"", StringComparison.Ordinal)).ToList();
        var operations = markers.Select((marker, index) => $"{{\"type\":\"add\",\"ssrComponentId\":{index + 1},\"marker\":{JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(marker))}}}");
        return $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}";
    }

    private double Memory()
    {
        var line = File.ReadLines($"/proc/{process}/status").First(row => row.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
