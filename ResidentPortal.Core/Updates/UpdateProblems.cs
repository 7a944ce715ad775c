using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates;

/// <summary>What can go wrong with an update of data.</summary>
public static class UpdateProblems
{
    /// <summary>There are no answers to go on with.</summary>
    public static readonly Problem NoDraft = new("updates.noDraft", ProblemKind.NotFound);

    /// <summary>The answers were begun on another device: the resume code is needed.</summary>
    public static readonly Problem ResumeCodeNeeded = new("updates.resumeCodeNeeded", ProblemKind.Forbidden);

    /// <summary>No answers open with this resume code.</summary>
    public static readonly Problem WrongResumeCode = new("updates.wrongResumeCode", ProblemKind.Invalid);

    /// <summary>Too many wrong resume codes. Fact <c>at</c>: when to go on.</summary>
    public static readonly Problem ResumePaused = new("updates.resumePaused", ProblemKind.Limited);

    /// <summary>The answers were changed in another window meanwhile.</summary>
    public static readonly Problem ChangedElsewhere = new("updates.changedElsewhere", ProblemKind.Conflict);

    /// <summary>Nothing was chosen.</summary>
    public static readonly Problem NothingChosen = new("updates.nothingChosen", ProblemKind.Invalid);

    /// <summary>The form has no such field, or it may not be changed here.</summary>
    public static readonly Problem UnknownField = new("updates.unknownField", ProblemKind.NotFound);

    /// <summary>Nothing was entered, and the record wants something.</summary>
    public static readonly Problem Empty = new("updates.empty", ProblemKind.Invalid);

    /// <summary>The text is not as the country's rules want it.</summary>
    public static readonly Problem NotAllowed = new("updates.notAllowed", ProblemKind.Invalid);

    /// <summary>The text is longer than any record holds.</summary>
    public static readonly Problem TooLong = new("updates.tooLong", ProblemKind.Invalid);

    /// <summary>There is no such day, or it lies ahead.</summary>
    public static readonly Problem NoSuchDay = new("updates.noSuchDay", ProblemKind.Invalid);

    /// <summary>It is not among what may be chosen.</summary>
    public static readonly Problem NotAChoice = new("updates.notAChoice", ProblemKind.Invalid);

    /// <summary>The place above it has to be answered first.</summary>
    public static readonly Problem PlaceAboveFirst = new("updates.placeAboveFirst", ProblemKind.Conflict);

    /// <summary>It is what the record says already. Fact <c>fields</c> where several were given at once: which, with commas between them.</summary>
    public static readonly Problem SameValue = new("updates.sameValue", ProblemKind.Invalid);

    /// <summary>The record lets this be changed no more. Fact <c>fields</c> where several were given at once.</summary>
    public static readonly Problem NoChangesLeft = new("updates.noChangesLeft", ProblemKind.Refused);

    /// <summary>An earlier update waits. Facts <c>eventId</c> where it was asked for here, <c>at</c>, <c>mayDiscard</c>.</summary>
    public static readonly Problem Pending = new("updates.pending", ProblemKind.Conflict);

    /// <summary>A task is not done yet.</summary>
    public static readonly Problem NotReady = new("updates.notReady", ProblemKind.Conflict);

    /// <summary>The resident did not agree.</summary>
    public static readonly Problem NoConsent = new("updates.noConsent", ProblemKind.Invalid);

    /// <summary>The kind of paper was not said, or the field does not take it.</summary>
    public static readonly Problem NoPaperType = new("updates.noPaperType", ProblemKind.Invalid);

    /// <summary>No file was chosen.</summary>
    public static readonly Problem NoFile = new("updates.noFile", ProblemKind.Invalid);

    /// <summary>The update says that it is about another person than who sends it.</summary>
    public static readonly Problem OtherPerson = new("updates.otherPerson", ProblemKind.Forbidden);

    /// <summary>As many papers as may be sent are there. Fact <c>count</c>.</summary>
    public static readonly Problem TooManyPapers = new("updates.tooManyPapers", ProblemKind.Limited);

    /// <summary>The papers together would be larger than the platform takes. Facts <c>size</c> (of this one) and <c>left</c>, in MB.</summary>
    public static readonly Problem PapersTooLarge = new("updates.papersTooLarge", ProblemKind.Invalid);
}
