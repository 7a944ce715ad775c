using ResidentPortal;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortal();
var app = builder.Build();
if (PortalCommands.AreIn(args))
{
    return await PortalCommands.RunAsync(app, args);
}

app.UsePortal();
await app.RunPortalAsync();
return Environment.ExitCode;
