namespace ResidentPortal.Sandbox;

/// <summary>The few lines a person reads after the start.</summary>
internal static class Greeting
{
    internal static void Write(SandboxApp sandbox, IEnumerable<(string Name, string Address)> portal)
    {
        var demo = sandbox.State.Population.Demo;
        string[] lines =
        [
            "",
            .. portal.Select(one => $"  {one.Name}   {one.Address}"),
            $"  MOSIP sandbox     {sandbox.Url}/",
            $"  Sign in with UIN {HomePage.Number(demo.Uin)} ({demo.Name}); read the code at {sandbox.Url}/",
            "",
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }
}
