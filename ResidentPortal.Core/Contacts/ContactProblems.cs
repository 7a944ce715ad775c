using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Contacts;

/// <summary>What can go wrong with a contact before a code goes to it.</summary>
public static class ContactProblems
{
    /// <summary>What was typed is no phone number as this country has them.</summary>
    public static readonly Problem NotAPhone = new("contact.notAPhone", ProblemKind.Invalid);

    /// <summary>What was typed is no e-mail address.</summary>
    public static readonly Problem NotAnEmail = new("contact.notAnEmail", ProblemKind.Invalid);
}
