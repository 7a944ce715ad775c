namespace ResidentPortal.Sandbox;

/// <summary>The few lines a person reads after the start.</summary>
internal static class Greeting
{
    internal static void Write(SandboxApp sandbox, IEnumerable<string> portal)
    {
        var demo = sandbox.State.Population.Demo;
        string[] lines =
        [
            "",
            .. portal.Select(address => $"  Resident Portal   {address}"),
            $"  MOSIP sandbox     {sandbox.Url}/",
            $"  Sign in with UIN {HomePage.Number(demo.Uin)} ({demo.Name}); read the code at {sandbox.Url}/",
            "",
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }
}
