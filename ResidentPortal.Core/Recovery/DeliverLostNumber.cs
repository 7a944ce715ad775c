using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Recovery;

/// <summary>Hands out the letter with a lost number, once; from then on nothing of it is kept.</summary>
public sealed class DeliverLostNumber(LostNumberShelf shelf)
{
    /// <summary>The protected PDF. Problem: <see cref="RecoveryProblems.Gone"/>.</summary>
    public async Task<Outcome<LostNumberFile>> ExecuteAsync(string? token, CancellationToken cancellationToken = default) =>
        (await shelf.FindAsync(token, cancellationToken)).Try(out var row, out var problem) ? (await shelf.HandOutAsync(row)).Then(pdf => new LostNumberFile(pdf)) : problem;
}

/// <summary>The letter with a lost number.</summary>
/// <param name="Pdf">The protected PDF.</param>
public sealed record LostNumberFile(byte[] Pdf)
{
    /// <summary>What the browser is to call it: it says nothing about anybody.</summary>
    public static string Name => "letter.pdf";

    /// <inheritdoc/>
    public override string ToString() => nameof(LostNumberFile);
}
