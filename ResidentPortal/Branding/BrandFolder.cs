using Microsoft.Extensions.Options;

namespace ResidentPortal.Branding;

/// <summary>Fills the brand: the mounted folder first, the configuration over it.</summary>
internal sealed class BrandFolder(IConfiguration configuration) : IConfigureOptions<BrandOptions>
{
    /// <summary>The file of the brand in the folder.</summary>
    public const string FileName = "brand.json";

    public void Configure(BrandOptions options)
    {
        var section = configuration.GetSection(BrandOptions.Section);
        if (section[nameof(BrandOptions.Folder)] is { Length: > 0 } folder && File.Exists(Path.Combine(folder, FileName)))
        {
            new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(Path.Combine(folder, FileName)), optional: false, reloadOnChange: false).Build().Bind(options);
        }

        section.Bind(options);
    }
}
