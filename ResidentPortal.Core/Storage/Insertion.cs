using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ResidentPortal.Core.Storage;

/// <summary>Inserts rows at once that their context has nothing more to do with: to track them costs more than to write them.</summary>
internal static class Insertion
{
    /// <summary>Inserts a row, in the transaction of the context.</summary>
    public static Task InsertAsync<TRow>(this PortalDbContext db, TRow row)
        where TRow : class =>
        Of<TRow>.Write(db, row).ExecuteNonQueryAsync();

    private static class Of<TRow>
        where TRow : class
    {
        private static volatile Form? _form;

        public static System.Data.Common.DbCommand Write(PortalDbContext db, TRow row)
        {
            var form = _form ??= Form.Of(db.Model.FindEntityType(typeof(TRow))!);
            return form.Statement.With(db, Array.ConvertAll(form.Properties, property => Value(property, row)));
        }

        private static object? Value(IProperty property, TRow row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }

    private sealed record Form(Statement Statement, IProperty[] Properties)
    {
        public static Form Of(IEntityType type)
        {
            IProperty[] properties = [.. type.GetProperties().Where(property => !IsNumberOfRow(property))];
            string[] names = [.. properties.Index().Select(property => $"@p{property.Index}")];
            var columns = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
            return new Form(new Statement($"INSERT INTO \"{type.GetTableName()}\" ({columns}) VALUES ({string.Join(", ", names)})", names), properties);
        }

        // The database counts these itself.
        private static bool IsNumberOfRow(IProperty property) => property.IsPrimaryKey() && property.ClrType == typeof(long) && property.ValueGenerated is ValueGenerated.OnAdd;
    }
}
