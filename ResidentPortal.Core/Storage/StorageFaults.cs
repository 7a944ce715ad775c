using Microsoft.Data.Sqlite;

namespace ResidentPortal.Core.Storage;

/// <summary>Tells the database's refusals apart.</summary>
internal static class StorageFaults
{
    private const int UniqueViolation = 2067;

    /// <summary>Whether a unique index refused a second row.</summary>
    public static bool IsUniqueViolation(Exception failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: UniqueViolation } || failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation };
}
