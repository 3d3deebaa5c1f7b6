using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Workflows.Expressions;

/// <summary>Numbers that look random and are the same whenever the same burst of the same instance runs again.</summary>
/// <remarks>xoshiro256** over a SHA-256 of the seed, so that no two bursts share a sequence.</remarks>
public sealed class SeededRandom
{
    private readonly ulong[] _state = new ulong[4];

    private SeededRandom(ReadOnlySpan<byte> seed)
    {
        for (var word = 0; word < _state.Length; word++)
        {
            _state[word] = BinaryPrimitives.ReadUInt64LittleEndian(seed[(word * 8)..]);
        }
    }

    public static SeededRandom For(string instanceId, long burst)
    {
        var seed = SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{instanceId}#{burst}"))
        );
        return new SeededRandom(seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }
}
