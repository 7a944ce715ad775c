using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Registers the accounts of operators: Identity's accounts and passkeys, without its cookies.</summary>
internal static class OperatorServices
{
    public static void AddOperators(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIam(configuration.GetSection(OperatorIamOptions.Section));
        services.AddContextBeside<OperatorDbContext>(OperatorDbContext.HistoryTable);
        services.AddHostedService<OperatorStart>();
        services.AddIdentityCore<OperatorAccount>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Password.RequiredLength = PasswordRules.Shortest;
                (options.Password.RequireDigit, options.Password.RequireLowercase, options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false, false, false);
            })
            .AddEntityFrameworkStores<OperatorDbContext>()
            .AddPasswordValidator<PasswordRulesOfIdentity>();
        services.AddScoped<IPasskeyHandler<OperatorAccount>, PasskeyHandler<OperatorAccount>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<NoticeOptions>>((options, notices) =>
        {
            options.ServerDomain = notices.Value.PublicAddress?.Host;
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            options.ValidateOrigin = context => ValueTask.FromResult(IsOwn(context, options.ServerDomain));
        });
        services.AddSingleton<OperatorTries>();
        services.AddSingleton<FactorCookie>();
        services.AddScoped<OperatorFactors>();
        services.AddScoped<OperatorPasskeys>();
        services.AddScoped<OperatorJoin>();
        services.AddScoped<OperatorAccounts>();
        services.AddScoped<DutyDoor>();
    }

    // Identity would compare with the header Origin, which browsers leave out of forms on pages that send no referrer. The name of the portal is the setting's, whatever Host says.
    private static bool IsOwn(PasskeyOriginValidationContext context, string? domain) => !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Host, domain, StringComparison.OrdinalIgnoreCase)
        && string.Equals(context.Origin, $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}", StringComparison.OrdinalIgnoreCase);

    private static void AddIam(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<OperatorIamOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorIamOptions>, OperatorIamOptions.Validation>();
        if (string.IsNullOrWhiteSpace(section[nameof(OperatorIamOptions.Authority)]))
        {
            return;
        }

        services.AddSingleton<IamClaims>().AddScoped<IamReturn>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, IamSetup>();
        services.AddAuthentication().AddRemoteScheme<OpenIdConnectOptions, OpenIdConnectHandler>(IamSetup.SchemeName, displayName: null, configureOptions: null);
    }
}
