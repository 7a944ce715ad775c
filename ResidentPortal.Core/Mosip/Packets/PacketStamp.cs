using System.IO.Compression;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Packets;

namespace ResidentPortal.Core.Mosip.Packets;

/// <summary>What every part of a packet says of it: its RID, its process, and when it was made.</summary>
/// <param name="Rid">The RID.</param>
/// <param name="Process">What it is for.</param>
/// <param name="At">When it was made.</param>
internal sealed record PacketStamp(Rid Rid, PacketProcess Process, DateTimeOffset At)
{
    /// <summary>The source of residents' packets.</summary>
    public const string Source = "RESIDENT";

    // What an entry takes beside its bytes, generously.
    private const int Overhead = 512;

    /// <summary>The RID's digits.</summary>
    public string Id => Rid.Reveal();

    /// <summary>The centre within the RID.</summary>
    public string Centre => Id[..5];

    /// <summary>The machine within the RID.</summary>
    public string MachineId => Id[5..10];

    /// <summary>Centre and machine, as keys are found by (<c>refId</c>).</summary>
    public string Machine => $"{Centre}_{MachineId}";

    /// <summary>MOSIP's word for the process.</summary>
    public string ProcessWord => Process is PacketProcess.Update ? "RES_UPDATE" : "RES_REPRINT";

    /// <summary>When it was made, as the platform writes it.</summary>
    public string Time => PlatformClock.Format(At);

    /// <summary>A zip of files. What is compressed already, or encrypted, is put in as it is.</summary>
    public ReadOnlyMemory<byte> Zip(IReadOnlyList<PacketFile> files)
    {
        using var zip = new MemoryStream(files.Sum(file => file.Bytes.Length + Overhead));
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Name, file.IsText ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = At;
                using var content = entry.Open();
                content.Write(file.Bytes.Span);
            }
        }

        return zip.GetBuffer().AsMemory(0, (int)zip.Length);
    }

    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(PacketStamp);
}

/// <summary>A file in a zip of a packet.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="IsText">Whether it gets smaller by compression.</param>
internal sealed record PacketFile(string Name, ReadOnlyMemory<byte> Bytes, bool IsText)
{
    /// <summary>Without its content.</summary>
    public override string ToString() => nameof(PacketFile);
}
