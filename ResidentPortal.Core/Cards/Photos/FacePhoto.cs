namespace ResidentPortal.Core.Cards.Photos;

/// <summary>Finds the portrait in a person's biometrics, without decoding it.</summary>
internal static class FacePhoto
{
    /// <summary>The image of the face to print, or why there is none.</summary>
    public static (FaceImage? Image, PhotoState State) Find(byte[]? biometrics) =>
        biometrics is null ? (null, PhotoState.NoneEnrolled)
        : CbeffFaces.In(biometrics) is not { } faces ? (null, PhotoState.Unreadable)
        : !faces.Any() ? (null, PhotoState.NoneEnrolled)
        : faces.Select(FaceRecord.ImageIn).FirstOrDefault(image => image is not null) is { } image ? (image, PhotoState.Ready)
        : (null, PhotoState.Unreadable);
}
