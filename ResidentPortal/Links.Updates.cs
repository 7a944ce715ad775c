using ResidentPortal.Core.Updates;

namespace ResidentPortal;

/// <content>The addresses of changes of data.</content>
public static partial class Links
{
    /// <summary>Changes of one's data: what is on its way, what is begun, what is left to do.</summary>
    public const string Update = "/update";

    /// <summary>What is to be changed.</summary>
    public const string ChooseUpdate = "/update/choose";

    /// <summary>All answers once more, before they are sent.</summary>
    public const string CheckUpdate = "/update/check";

    /// <summary>Papers of an update; begins the route of <see cref="TaskOf"/> for them.</summary>
    public const string UpdatePapers = "/update/papers";

    /// <summary>One paper as a file, POST only; the route of <see cref="PaperOf"/>.</summary>
    public const string UpdatePaper = "/update/paper/{id:guid}";

    /// <summary>Where a task of an update is done; the field is a name of the country's form and says nothing about anybody.</summary>
    public static string TaskOf(UpdateTaskKind kind, string field) => kind switch
    {
        UpdateTaskKind.Proof => $"/update/contact/{Uri.EscapeDataString(field)}",
        UpdateTaskKind.Paper => $"{UpdatePapers}/{Uri.EscapeDataString(field)}",
        _ => $"/update/answer/{Uri.EscapeDataString(field)}",
    };

    /// <summary>Where an update goes on.</summary>
    public static string After(NextTask next) => next.Task is { } task ? TaskOf(task.Kind, task.Field.Name) : CheckUpdate;

    /// <summary>A paper of an update, as a file.</summary>
    public static string PaperOf(Guid id) => $"/update/paper/{id:D}";

    /// <summary>How far an update that was sent has come.</summary>
    public static string UpdateOf(string eventId) => $"/update/sent/{Uri.EscapeDataString(eventId)}";
}
