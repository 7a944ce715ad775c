using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ResidentPortal.Sandbox;

/// <summary>AES-GCM with the 16-byte nonce of sealed requests, which the framework's own GCM does not take.</summary>
public static class LongNonceGcm
{
    private const int Block = 16;

    /// <summary>Opens ciphertext, tag and nonce as they stand one after the other; throws when the tag does not fit.</summary>
    public static byte[] Open(byte[] key, byte[] sealedBytes)
    {
        if (sealedBytes.Length < 2 * Block)
        {
            throw new CryptographicException("Too short for a tag and a nonce.");
        }

        var text = sealedBytes.AsSpan(0, sealedBytes.Length - (2 * Block));
        var tag = sealedBytes.AsSpan(text.Length, Block);
        var nonce = sealedBytes.AsSpan(text.Length + Block, Block);
        using var aes = Aes.Create();
        aes.Key = key;
        var start = Start(aes, nonce);
        if (!CryptographicOperations.FixedTimeEquals(Tag(aes, start, text), tag))
        {
            throw new CryptographicException("The tag does not fit.");
        }

        return Stream(aes, start, text);
    }

    /// <summary>Seals a text into ciphertext, tag and nonce, one after the other.</summary>
    public static byte[] Seal(byte[] key, byte[] nonce, byte[] text)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var start = Start(aes, nonce);
        var ciphertext = Stream(aes, start, text);
        return [.. ciphertext, .. Tag(aes, start, ciphertext), .. nonce];
    }

    // With any nonce that is not 12 bytes long the first counter block is the hash of the nonce.
    private static byte[] Start(Aes aes, ReadOnlySpan<byte> nonce)
    {
        var hash = new Ghash(aes);
        hash.Absorb(nonce);
        return hash.Finish(additionalBytes: 0, nonce.Length);
    }

    private static byte[] Tag(Aes aes, byte[] start, ReadOnlySpan<byte> ciphertext)
    {
        var hash = new Ghash(aes);
        hash.Absorb(ciphertext);
        var tag = hash.Finish(additionalBytes: 0, ciphertext.Length);
        Xor(tag, aes.EncryptEcb(start, PaddingMode.None));
        return tag;
    }

    private static byte[] Stream(Aes aes, byte[] start, ReadOnlySpan<byte> input)
    {
        var output = input.ToArray();
        var counter = (byte[])start.Clone();
        for (var offset = 0; offset < output.Length; offset += Block)
        {
            var count = BinaryPrimitives.ReadUInt32BigEndian(counter.AsSpan(12));
            BinaryPrimitives.WriteUInt32BigEndian(counter.AsSpan(12), unchecked(count + 1));
            Xor(output.AsSpan(offset, Math.Min(Block, output.Length - offset)), aes.EncryptEcb(counter, PaddingMode.None));
        }

        return output;
    }

    private static void Xor(Span<byte> target, ReadOnlySpan<byte> with)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] ^= with[i];
        }
    }

    // The hash over the field of 2^128 elements, in two halves of 64 bits; the first bit is the highest.
    private sealed class Ghash
    {
        private readonly ulong _keyHigh;
        private readonly ulong _keyLow;
        private ulong _high;
        private ulong _low;

        internal Ghash(Aes aes)
        {
            var key = aes.EncryptEcb(new byte[Block], PaddingMode.None);
            _keyHigh = BinaryPrimitives.ReadUInt64BigEndian(key);
            _keyLow = BinaryPrimitives.ReadUInt64BigEndian(key.AsSpan(8));
        }

        internal void Absorb(ReadOnlySpan<byte> bytes)
        {
            Span<byte> block = stackalloc byte[Block];
            for (var offset = 0; offset < bytes.Length; offset += Block)
            {
                block.Clear();
                bytes[offset..Math.Min(offset + Block, bytes.Length)].CopyTo(block);
                Absorb(BinaryPrimitives.ReadUInt64BigEndian(block), BinaryPrimitives.ReadUInt64BigEndian(block[8..]));
            }
        }

        internal byte[] Finish(int additionalBytes, int bytes)
        {
            Absorb((ulong)additionalBytes * 8, (ulong)bytes * 8);
            var hash = new byte[Block];
            BinaryPrimitives.WriteUInt64BigEndian(hash, _high);
            BinaryPrimitives.WriteUInt64BigEndian(hash.AsSpan(8), _low);
            return hash;
        }

        private void Absorb(ulong high, ulong low)
        {
            var (left, right) = (_high ^ high, _low ^ low);
            var (factorHigh, factorLow) = (_keyHigh, _keyLow);
            (_high, _low) = (0, 0);
            for (var bit = 0; bit < 128; bit++)
            {
                var isSet = ((bit < 64 ? left >> (63 - bit) : right >> (127 - bit)) & 1) == 1;
                if (isSet)
                {
                    _high ^= factorHigh;
                    _low ^= factorLow;
                }

                var carries = (factorLow & 1) == 1;
                factorLow = (factorLow >> 1) | (factorHigh << 63);
                factorHigh = (factorHigh >> 1) ^ (carries ? 0xE100000000000000UL : 0);
            }
        }
    }
}
