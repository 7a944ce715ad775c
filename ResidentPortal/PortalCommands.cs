using ResidentPortal.Commands;

namespace ResidentPortal;

/// <summary>What the program does on the command line instead of serving pages. A new command is a line here.</summary>
internal static class PortalCommands
{
    private static readonly PortalCommand[] All =
    [
        AuditCommands.Verify,
        SignInCommands.List,
        SignInCommands.End,
        GrievanceCommands.List,
        GrievanceCommands.Take,
        GrievanceCommands.Answer,
        SupervisorCommands.Add,
    ];

    /// <summary>Whether the arguments name a command.</summary>
    public static bool AreIn(string[] args) => Find(args) is not null;

    /// <summary>Runs it; the answer is the exit code.</summary>
    public static Task<int> RunAsync(WebApplication app, string[] args) => Find(args)!.RunAsync(app, args[2..]);

    private static PortalCommand? Find(string[] args) => args is [var group, var verb, ..] ? Array.Find(All, command => string.Equals(command.Group, group, StringComparison.Ordinal) && string.Equals(command.Verb, verb, StringComparison.Ordinal)) : null;
}
