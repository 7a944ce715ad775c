using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>The enrolled faces of the demo residents, all drawn, and the ways in which records of biometrics are odd.</summary>
internal static class DemoFaces
{
    /// <summary>By the order of the demo residents; what is not a file is a way of having no face.</summary>
    private static readonly string[] Faces =
    [
        "meera.jp2", "elodie.j2k", "abdelrahman.jp2", "abebe.jpg", "priya.jp2", "karthik.j2k", "chandara.jpg", "o.jpg", Nothing, Broken, "maximiliana.jp2", Exception,
        "tomas.png", "grace.jpg", "pedro.jpg", "lucien.jpg", "nadia.jp2", "samir.jpg", "ingrid.j2k", "rafael.jpg", "yasmine.jp2", "kofi.jpg", "siobhan.jpg", "amina.jp2",
    ];

    private const string Nothing = "";
    private const string Broken = "broken";
    private const string Exception = "exception";

    private static readonly Dictionary<string, int> Order = DemoResidents.All.Index().ToDictionary(entry => entry.Item.Uin, entry => entry.Index, StringComparer.Ordinal);

    /// <summary>The biometrics of a person as CBEFF; null where there are none. Generated residents borrow a demo resident's face.</summary>
    internal static byte[]? Of(Resident resident)
    {
        var face = Faces[Order.TryGetValue(resident.Uin, out var order) ? order : int.Parse(resident.Uin[^2..], CultureInfo.InvariantCulture) % 6];
        return face switch
        {
            Nothing => null,
            Exception => Cbeff.Document(CbeffPart.Finger, CbeffPart.NoFace),
            Broken => Cbeff.Document(CbeffPart.Face(Image("ingrid.j2k")[..60])),
            "meera.jp2" or "grace.jpg" => Cbeff.Document(CbeffPart.Finger, CbeffPart.Face(Image(face))),
            "amina.jp2" => Cbeff.Document(CbeffPart.ExceptionPhoto(Image("kofi.jpg")), CbeffPart.Face(Image(face))),
            _ => Cbeff.Document(CbeffPart.Face(Image(face))),
        };
    }

    private static byte[] Image(string file)
    {
        using var resource = typeof(DemoFaces).Assembly.GetManifestResourceStream($"Faces/{file}") ?? throw new InvalidOperationException($"There is no face {file}.");
        var image = new byte[resource.Length];
        resource.ReadExactly(image);
        return image;
    }
}
