using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Api;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class DescriptionTests(ApiPortal portal)
{
    [Fact]
    public async Task The_document_describes_every_operation_with_an_example_of_each_answer_and_error()
    {
        var client = await portal.ClientAsync();

        var document = (await client.GetAsync("/openapi.json")).Json;

        document["openapi"]!.ToString().ShouldStartWith("3.1");
        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(one => (Address: $"{one.Key.ToUpperInvariant()} {path.Key}", Page: one.Value!))).ToDictionary(one => one.Address, one => one.Page, StringComparer.Ordinal);
        var operations = client.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>().ToList();
        described.Keys.ShouldBe(operations.Select(operation => $"{operation.Method} /resident/v1{operation.Pattern}"), ignoreOrder: true);
        foreach (var operation in operations)
        {
            var page = described[$"{operation.Method} /resident/v1{operation.Pattern}"];
            page["summary"]!.ToString().ShouldEndWith(".", Case.Sensitive, operation.Pattern);
            var examples = page["responses"]!.AsObject().SelectMany(response => response.Value!["content"]?["application/json"]?["examples"]?.AsObject().Select(example => example.Key) ?? []).ToHashSet(StringComparer.Ordinal);
            operation.Refuses.Select(ApiExamples.NameOf).Except(examples, StringComparer.Ordinal).ShouldBeEmpty(operation.Pattern);
        }
    }

    [Fact]
    public async Task Every_record_and_every_member_of_it_is_described()
    {
        var client = await portal.ClientAsync();

        var schemas = (await client.GetAsync("/openapi.json")).Json["components"]!["schemas"]!.AsObject();

        schemas.Where(schema => schema.Value!["properties"] is not null)
            .SelectMany(schema => schema.Value!["properties"]!.AsObject().Where(member => !IsDescribed(member.Value!)).Select(member => $"{schema.Key}.{member.Key}"))
            .ShouldBeEmpty();

        static bool IsDescribed(JsonNode member) => member["description"] is not null || member["$ref"] is not null || member["oneOf"] is not null;
    }

    [Fact]
    public async Task The_page_of_the_reference_takes_nothing_from_elsewhere()
    {
        var client = await portal.ClientAsync();

        var page = await client.GetAsync("/reference/");

        page.Status.ShouldBe(200);
        page.Text.ShouldNotContain("//");
        page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; script-src 'self' 'nonce-");
        (await client.GetAsync("/reference/scalar.js")).Status.ShouldBe(200);
    }
}
