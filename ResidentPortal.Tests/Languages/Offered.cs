using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Tests.Languages;

/// <summary>The languages of a deployment.</summary>
internal static class Offered
{
    public static OfferedLanguages InRelease(params string[] tags) => Of(Environments.Production, tags);

    public static OfferedLanguages InDevelopment(params string[] tags) => Of(Environments.Development, tags);

    private static OfferedLanguages Of(string environment, string[] tags)
    {
        var options = new LanguageOptions();
        foreach (var tag in tags)
        {
            options.Languages.Add(tag);
        }

        return new OfferedLanguages(Options.Create(options), new Place { EnvironmentName = environment });
    }

    private sealed class Place : IHostEnvironment
    {
        public string ApplicationName { get; set; } = string.Empty;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = string.Empty;

        public required string EnvironmentName { get; set; }
    }
}
