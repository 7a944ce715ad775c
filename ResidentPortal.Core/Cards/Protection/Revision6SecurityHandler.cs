using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ResidentPortal.Core.Cards.Protection;

/// <summary>The standard security handler, revision 6 (ISO 32000-2, 7.6.4): one file key, and the dictionary that lets a password recover it.</summary>
internal sealed class Revision6SecurityHandler : IDisposable
{
    private const int KeySize = 32;
    private const int SaltSize = 8;
    private const int BlockSize = 16;
    private const int VerifierSize = KeySize + (2 * SaltSize);
    private const int ReservedPermissionBits = unchecked((int)0xFFFFF0C0); // must be one
    private static readonly byte[] ZeroIv = new byte[BlockSize];

    private readonly Aes _fileCipher;

    /// <param name="userPassword">
    /// Opens the file. There is no owner password: what a reader would compare one with (O, OE) is random, so nothing satisfies it, and the two hashes that
    /// would only hide a password nobody is to have are saved.
    /// </param>
    public Revision6SecurityHandler(string userPassword, PdfPermissions permissions)
    {
        var password = PdfPassword.GetBytes(userPassword);
        var fileKey = RandomNumberGenerator.GetBytes(KeySize);
        try
        {
            _fileCipher = Aes.Create();
            _fileCipher.Key = fileKey;
            var (user, userKey) = WrapFileKey(fileKey, password);
            EncryptDictionary = Describe(user, userKey, ReservedPermissionBits | (int)permissions);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(password);
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    /// <summary>The value of the trailer's Encrypt entry; its own strings stay in the clear.</summary>
    public string EncryptDictionary { get; }

    /// <summary>Algorithm 1.A: an initialisation vector, then the data padded to whole blocks, always by at least one byte.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> data)
    {
        var result = new byte[BlockSize + _fileCipher.GetCiphertextLengthCbc(data.Length)];
        var iv = result.AsSpan(0, BlockSize);
        RandomNumberGenerator.Fill(iv);
        _fileCipher.EncryptCbc(data, iv, result.AsSpan(BlockSize));
        return result;
    }

    public void Dispose() => _fileCipher.Dispose();

    // Algorithm 8.
    private static (byte[] Verifier, byte[] WrappedKey) WrapFileKey(byte[] fileKey, byte[] password)
    {
        var salts = RandomNumberGenerator.GetBytes(2 * SaltSize);
        using var aes = Aes.Create();
        byte[] verifier = [.. Hash(aes, password, salts.AsSpan(0, SaltSize)), .. salts];
        aes.Key = Hash(aes, password, salts.AsSpan(SaltSize));
        return (verifier, aes.EncryptCbc(fileKey, ZeroIv, PaddingMode.None));
    }

    // Algorithm 2.B, for a user password.
    private static byte[] Hash(Aes aes, byte[] password, ReadOnlySpan<byte> salt)
    {
        const int Repeats = 64;
        const int MinimumRounds = 64;
        Span<byte> key = stackalloc byte[SHA512.HashSizeInBytes];
        var keySize = SHA256.HashData([.. password, .. salt], key);
        var buffer = ArrayPool<byte>.Shared.Rent(Repeats * (password.Length + key.Length));
        try
        {
            var round = 0;
            byte lastByte;
            do
            {
                var unit = password.Length + keySize;
                var block = buffer.AsSpan(0, Repeats * unit);
                password.CopyTo(block);
                key[..keySize].CopyTo(block[password.Length..]);
                for (var copy = 1; copy < Repeats; copy++)
                {
                    block[..unit].CopyTo(block[(copy * unit)..]);
                }

                aes.SetKey(key[..BlockSize]);
                aes.EncryptCbc(block, key[BlockSize..(2 * BlockSize)], block, PaddingMode.None);

                // The first 16 bytes as one number, modulo 3: 256 leaves 1, so the sum of the bytes does.
                var remainder = 0;
                foreach (var value in block[..BlockSize])
                {
                    remainder += value;
                }

                keySize = (remainder % 3) switch
                {
                    0 => SHA256.HashData(block, key),
                    1 => SHA384.HashData(block, key),
                    _ => SHA512.HashData(block, key),
                };
                lastByte = block[^1];
                round++;
            }
            while (round < MinimumRounds || lastByte > round - 32);

            return key[..KeySize].ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // Algorithm 10: the permissions again, sealed with the file key, so that a change of P is seen.
    private byte[] SealPermissions(int permissions)
    {
        var block = RandomNumberGenerator.GetBytes(BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(block, permissions); // sign-extended: the upper half is all ones, as it must be
        "Tadb"u8.CopyTo(block.AsSpan(8)); // T: metadata is encrypted
        return _fileCipher.EncryptEcb(block, PaddingMode.None);
    }

    private string Describe(byte[] user, byte[] userKey, int permissions) => string.Create(CultureInfo.InvariantCulture, $"""
        <</Filter /Standard /V 5 /R 6 /Length 256 /EncryptMetadata true
        /CF <</StdCF <</AuthEvent /DocOpen /CFM /AESV3 /Length 32>>>> /StmF /StdCF /StrF /StdCF
        /U <{Convert.ToHexString(user)}> /UE <{Convert.ToHexString(userKey)}>
        /O <{RandomNumberGenerator.GetHexString(2 * VerifierSize)}> /OE <{RandomNumberGenerator.GetHexString(2 * KeySize)}>
        /P {permissions} /Perms <{Convert.ToHexString(SealPermissions(permissions))}>>>
        """);
}
