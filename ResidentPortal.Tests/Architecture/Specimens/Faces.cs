// Types that break the rules on purpose; the tests see to it that they are caught.
#pragma warning disable

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Tests.Architecture.Specimens.Api
{
    public sealed class Face;
}

namespace ResidentPortal.Tests.Architecture.Specimens.Pages.Locks
{
    public sealed class PageWithPort(IIdAuthentication port, PortalDbContext database, MosipOptions options)
    {
        public Api.Face? Other { get; set; }

        public object Show() => (port, options, database.Set<SessionRow>());
    }

    public sealed class RevealingPage
    {
        public string Show(Uin uin) => uin.Reveal();
    }

    public sealed class RawPage
    {
        [JSInvokable]
        public MarkupString Show(string name) => (MarkupString)name;
    }
}

namespace ResidentPortal.Tests.Architecture.Specimens.Kiosk.Devices
{
    public sealed class DeskWithAccounts
    {
        public object? Show(Microsoft.EntityFrameworkCore.DbContext context) => context;
    }
}

namespace ResidentPortal.Tests.Architecture.Specimens.Kiosk.Operators
{
    public sealed class AccountsWithRows
    {
        public object? Show(Microsoft.EntityFrameworkCore.DbContext own, PortalDbContext portals, Microsoft.Data.Sqlite.SqliteException fault) => (own, portals, fault);
    }
}
