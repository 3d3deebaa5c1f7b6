using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// An id for something that a case adds by itself: the same for the same decision, and another for each position of each
/// history. It begins with the time, as all ids here do, so that they sort by it.
/// </summary>
internal static class DerivedId
{
    public static Guid Of(Case about, DateTimeOffset at)
    {
        Span<byte> seed = stackalloc byte[20];
        about.Id.Value.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], about.Version);
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, id);

        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70); // version 7
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }
}
