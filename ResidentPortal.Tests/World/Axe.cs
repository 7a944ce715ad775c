using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace ResidentPortal.Tests.World;

/// <summary>Judges the page a visitor sees by WCAG 2.2 AA, and whether it fits the window.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>What is wrong with the page, a line each.</summary>
    public static async Task<IReadOnlyList<string>> JudgeAsync(Visit visit, string name)
    {
        var result = await visit.Page.RunAxe(Rules);
        List<string> faults = [.. result.Violations.Select(violation => $"{name}: {violation.Id} at {string.Join(" ; ", violation.Nodes.Take(3).Select(node => node.Html))}")];
        if (await visit.OverflowsAsync())
        {
            faults.Add($"{name}: wider than the window");
        }

        return faults;
    }
}
