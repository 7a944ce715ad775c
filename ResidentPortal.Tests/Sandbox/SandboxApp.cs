using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ResidentPortal.Sandbox;

/// <summary>A running sandbox: the services of a MOSIP platform on one address, over real HTTP.</summary>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxOptions _options;

    /// <summary>Builds a sandbox; nothing of a hosting application's configuration reaches it.</summary>
    public SandboxApp(SandboxOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new SandboxOptions();
        State = new PlatformState(time ?? TimeProvider.System, _options.Rules);
        Calls = new SandboxCalls(time ?? TimeProvider.System);
        Certificate = new SealingCertificate(State.Clock);
        Tokens = new ClientTokens(State.Clock, Certificate);
        Provider = new SignInProvider(State, _options);
        if (_options.Population > 0)
        {
            State.Populate(_options.Population);
        }

        _application = Build();
    }

    /// <summary>The address, without a slash at its end; known once the sandbox has started.</summary>
    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()
        ?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? _options.Url;

    /// <summary>The platform behind the services.</summary>
    public PlatformState State { get; }

    /// <summary>The faults in force.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>The calls received.</summary>
    public SandboxCalls Calls { get; }

    /// <summary>The client tokens in circulation.</summary>
    public ClientTokens Tokens { get; }

    /// <summary>ID authentication's certificate.</summary>
    public SealingCertificate Certificate { get; }

    /// <summary>Where people sign in with OpenID Connect.</summary>
    public SignInProvider Provider { get; }

    /// <summary>Key manager's keys for packets.</summary>
    public MachineKeys MachineKeys { get; } = new();

    /// <summary>Begins to listen.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _application.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw new InvalidOperationException($"The sandbox cannot listen at {_options.Url}; choose another address with Sandbox:Url.", failure);
        }
    }

    /// <summary>Stops listening; hanging calls are broken off.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _application.StopAsync(cancellationToken);

    /// <summary>Puts platform, faults and calls back to the start; issued tokens stay good.</summary>
    public void Reset()
    {
        State.Reset();
        Provider.Forgery.Clear();
        Faults.Clear();
        Calls.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Provider.DisposeAsync();
        Certificate.Dispose();
    }

    internal Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxApp).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls(_options.Url);
        builder.Services.AddRoutingCore();

        // A hanging call must not hold up the end of a test.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        var application = builder.Build();

        var doubles = _options.DoubledUnauthorized ?? _options.Profile == SandboxProfile.V1_3;
        application.Use(Calls.InvokeAsync);
        application.Use(new FaultGate(Faults, State, Tokens).InvokeAsync);
        application.Use(new TokenGate(Tokens, State.Clock, doubles).InvokeAsync);
        Map(application);
        return application;
    }

    private void Map(WebApplication application)
    {
        new AuthManagerEndpoints(State, Tokens, _options).Map(application);
        new IdAuthenticationEndpoints(State, Certificate).Map(application);
        new IdentityEndpoints(State).Map(application);
        new DraftEndpoints(State).Map(application);
        new VidEndpoints(State).Map(application);
        new SyncDataEndpoints(State).Map(application);
        new PacketKeyEndpoints(State, MachineKeys).Map(application);
        new MachineEndpoints(State).Map(application);
        new PacketEndpoints(State, MachineKeys).Map(application);
        new RegistrationProcessorEndpoints(State).Map(application);
        new NotifierEndpoints(State).Map(application);
        new MasterDataEndpoints(State).Map(application);
        new ChoiceEndpoints(State).Map(application);
        new CentreEndpoints(State).Map(application);
        new AuditManagerEndpoints(State).Map(application);
        new KeyManagerEndpoints(State).Map(application);
        new CredentialRequestEndpoints(State).Map(application);
        new DataShareEndpoints(State).Map(application);
        new PartnerManagerEndpoints(State).Map(application);
        new OtpManagerEndpoints(State).Map(application);
        new ConfigServerEndpoints(State).Map(application);
        new RealmEndpoints(Certificate).Map(application);
        Provider.Map(application);
        new DeveloperEndpoints(this).Map(application);
    }
}
