namespace ResidentPortal.Commands;

/// <summary>One thing the program does on the command line instead of serving pages.</summary>
/// <param name="Group">The first word, what it is about.</param>
/// <param name="Verb">The second word, what is done.</param>
/// <param name="RunAsync">Does it with the words that follow; the answer is the exit code.</param>
internal sealed record PortalCommand(string Group, string Verb, Func<WebApplication, string[], Task<int>> RunAsync);
