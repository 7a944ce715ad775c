using System.Runtime.CompilerServices;
using ResidentPortal.Core.Cards.Photos;

namespace ResidentPortal.Tests.World;

/// <summary>Sets the image library up before any test makes a picture with it, as the portal does: it reads its policy at the first picture of the process.</summary>
internal static class ImageLibraryFirst
{
    [ModuleInitializer]
    internal static void Prepare() => ImageLibrary.Prepare();
}
