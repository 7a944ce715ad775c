using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ResidentPortal.Api;

/// <summary>The description of the face: an OpenAPI 3.1 document made from its operations, and a page to read it on. Both are served by the portal itself.</summary>
internal static class ApiDescription
{
    private const string Name = "resident";
    private const string Json = "application/json";
    private const string Failure = "Failure";
    private const string Address = "/openapi.json";
    private const string ProgramScheme = "program";
    private const string ResidentScheme = "resident";

    /// <summary>Adds what makes the document.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any();
        options.AddDocumentTransformer(async (document, context, cancellation) =>
        {
            Introduce(document);
            document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            document.Components.Schemas[Failure] = await context.GetOrCreateSchemaAsync(typeof(Reply<object>), parameterDescription: null, cancellation);
        });
        options.AddOperationTransformer((page, context, _) => Describe(page, context));
    });

    /// <summary>Lays the document and the page.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder api)
    {
        // Made once: the operations do not change while the portal runs.
        Task<string>? text = null;
        api.MapGet(Address, async context =>
        {
            context.Response.ContentType = Json;
            await context.Response.WriteAsync(await (text ??= WriteAsync(context.RequestServices)), context.RequestAborted);
        }).ExcludeFromDescription();
        api.MapScalarApiReference("/reference", (options, context) =>
        {
            options.Title = "Resident Services API";
            options.OpenApiRoutePattern = $"{ApiPipeline.Root}{Address}";
            options.Nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never; // They lead to services of the page's makers.
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
            options.HideClientButton = true;
            options.DefaultHttpClient = new(ScalarTarget.Shell, ScalarClient.Curl);
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{options.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        }).ExcludeFromDescription();
    }

    private static async Task<string> WriteAsync(IServiceProvider services)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(CancellationToken.None);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Resident Services API",
            Version = "1.3",
            Description = "MOSIP's Resident Services API. Nearly every failure answers 200 with an error in the envelope: look at `errors`, and compare its `errorCode`.",
            License = new OpenApiLicense { Name = "Apache-2.0", Url = new Uri("https://www.apache.org/licenses/LICENSE-2.0") },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [ProgramScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Client credentials of the platform's realm with the role RESIDENT; also as the cookie `Authorization`." },
            [ResidentScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = ApiAccess.Name, Description = "The sign-in of a resident; also as `Authorization: Bearer`." },
        };
        document.Tags = new HashSet<OpenApiTag>(
            document.Paths.Values.SelectMany(path => path.Operations is { } all ? all.Values.ToList() : []).SelectMany(one => one.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => new OpenApiTag { Name = name, Description = $"{name}." }));
    }

    private static Task Describe(OpenApiOperation page, OpenApiOperationTransformerContext context)
    {
        var operation = context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single();
        page.OperationId = $"{operation.Method.ToLowerInvariant()}{string.Concat(operation.Pattern.Split('/', '{', '}', '-').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]))}";
        page.Summary = operation.Summary;
        page.Description = operation.Summary;
        page.Tags = new HashSet<OpenApiTagReference> { new(operation.Access is Access.Resident ? "For residents who have signed in" : operation.Access is Access.Anyone ? "Signing in" : "For programs", context.Document) };
        page.Parameters = [.. operation.Parameters.Select(one => (IOpenApiParameter)Parameter(operation, one))];
        page.Security = operation.Access is Access.Anyone ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(operation.Access is Access.Resident ? ResidentScheme : ProgramScheme, context.Document)] = [] }];
        AddExamples(page, operation, context.Document!);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(Operation operation, ApiParameter parameter)
    {
        var isInPath = operation.Pattern.Contains($"{{{parameter.Name}", StringComparison.Ordinal);
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = isInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = isInPath,
            Description = parameter.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(parameter.Example),
        };
    }

    private static void AddExamples(OpenApiOperation page, Operation operation, OpenApiDocument document)
    {
        if (operation.Asks.Length > 0 && page.RequestBody?.Content?.TryGetValue(Json, out var body) is true)
        {
            body.Example = ApiExamples.Request(operation);
        }

        page.Responses ??= [];
        var refusals = operation.Refuses.Append(ApiErrors.TooMany);
        refusals = operation.Access is Access.Anyone ? refusals : refusals.Append(ApiErrors.NotAuthenticated);
        foreach (var (status, errors) in refusals.GroupBy(error => error.Status).Select(group => (group.Key, group.ToList())).Append((StatusCodes.Status200OK, [])))
        {
            var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!page.Responses.TryGetValue(key, out var response))
            {
                page.Responses[key] = response = new OpenApiResponse { Description = "A failure.", Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) };
            }

            if (response is not OpenApiResponse { Content: { } content } written)
            {
                continue;
            }

            written.Description = status == StatusCodes.Status200OK ? "The answer, or an error in the envelope." : "A failure.";
            if (!content.TryGetValue(Json, out var media))
            {
                content[Json] = media = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Failure, document) };
            }
            else if (media.Schema is { } success && status == StatusCodes.Status200OK && errors.Count > 0)
            {
                media.Schema = new OpenApiSchema { AnyOf = [success, new OpenApiSchemaReference(Failure, document)] };
            }

            if (media is OpenApiMediaType { } examples)
            {
                examples.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
                if (status == StatusCodes.Status200OK && operation.Gives.Length > 0)
                {
                    examples.Examples["success"] = new OpenApiExample { Summary = "Success", Value = ApiExamples.Success(operation) };
                }

                foreach (var error in errors)
                {
                    examples.Examples.TryAdd(ApiExamples.NameOf(error), new OpenApiExample { Summary = $"{error.Code}: {error.Message}", Value = ApiExamples.Failure(operation, error) });
                }
            }
        }
    }
}
