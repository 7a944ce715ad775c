using ResidentPortal;

// Settings are read once, at the start: a watch over their folder would only wake with each write of the database that lies in it.
var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
builder.AddPortal();
var app = builder.Build();
if (PortalCommands.AreIn(args))
{
    return await PortalCommands.RunAsync(app, args);
}

app.UsePortal();
await app.RunPortalAsync();
return Environment.ExitCode;
