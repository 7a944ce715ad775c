// Types that break the rules on purpose; the tests see to it that they are caught.
#pragma warning disable

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Refit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Tests.Architecture.Specimens.Core
{
    public sealed class HomelessFlow
    {
        public Task<Outcome<Done>> ExecuteAsync() => Task.FromResult<Outcome<Done>>(default(Done));
    }
}

namespace ResidentPortal.Tests.Architecture.Specimens.Core.Otp
{
    public sealed class WebInCore(HttpContext context)
    {
        public IDataProtector? Protector { get; set; }

        public MudBlazor.Color Colour => context.Request.Path.HasValue ? MudBlazor.Color.Dark : MudBlazor.Color.Error;
    }

    public interface ICodeDesk;

    public sealed class WireInFeature
    {
        [JsonPropertyName("id")]
        public string? Id { get; set; }

        [Get("/")]
        public async Task<string> AskAsync(MosipOptions options)
        {
            await Task.Yield();
            return HttpMethod.Get.Method + options.AppId;
        }
    }

    public sealed class DrawingFeature
    {
        public object Draw() => new SkiaSharp.SKCanvas(new SkiaSharp.SKBitmap());
    }

    public sealed class DecodingFeature
    {
        public object Decode(byte[] foreign) => new ImageMagick.MagickImage(foreign);
    }

    public sealed class DatabaseInFeature
    {
        public bool IsBusy(Exception fault) => fault is SqliteException;
    }

    public class TalkativeFlow
    {
        public Task ExecuteAsync() => Task.CompletedTask;

        public void Prepare()
        {
        }
    }

    public sealed class CodeManager;

    public sealed class Impatient
    {
        public async Task<string> HurryAsync(Task<string> task)
        {
            await Task.Yield();
            task.Wait();
            Console.WriteLine(DateTime.Now);
            using var client = new HttpClient();
            return task.Result + DateTime.UtcNow.Year;
        }
    }
}

namespace ResidentPortal.Tests.Architecture.Specimens.Core.Mosip
{
    public sealed class PublicAdapter;
}

namespace ResidentPortal.Tests.Architecture.Specimens.Core.Identifiers
{
    public sealed class LeaningIdentifier
    {
        public Problem? Problem { get; set; }
    }
}

namespace ResidentPortal.Tests.Architecture.Specimens.Core.Tracking
{
    public sealed class LeaningFeature
    {
        public AuthType Type { get; set; }
    }
}
