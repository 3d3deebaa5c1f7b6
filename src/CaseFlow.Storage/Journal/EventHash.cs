using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>
/// The SHA-256 of an event and of all before it in its case, held as two numbers so that a case in memory carries no array for it.
/// The default value, 32 zero bytes, stands before the first event.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventHash(UInt128 High, UInt128 Low)
{
    public const int Size = SHA256.HashSizeInBytes;

    private const int IdSize = 16;

    public static EventHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[(Size / 2)..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>The hash of the event that follows: SHA-256 over this hash, the case's id, the position (both highest byte first) and the text.</summary>
    public EventHash Next(CaseId id, int position, ReadOnlySpan<byte> json)
    {
        const int start = Size + IdSize + sizeof(int);
        var rented = ArrayPool<byte>.Shared.Rent(start + json.Length);
        var hashed = rented.AsSpan(0, start + json.Length);
        Write(hashed);
        id.Value.TryWriteBytes(hashed[Size..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(hashed[(Size + IdSize)..], position);
        json.CopyTo(hashed[start..]);

        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(hashed, hash);
        ArrayPool<byte>.Shared.Return(rented);
        return Read(hash);
    }

    public override string ToString() => Convert.ToHexStringLower(ToBytes());

    private void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[(Size / 2)..], Low);
    }
}
