using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.PublicLists;

/// <summary>Tells what the platform keeps of its country in settings.</summary>
public sealed class ShowCountry(IPublicLists lists)
{
    /// <summary>The settings; there is always an answer.</summary>
    public Task<Outcome<CountrySettings>> ExecuteAsync() => Task.FromResult<Outcome<CountrySettings>>(lists.Country);
}
