using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseFlow.Benchmarks;

/// <summary>
/// A connection that is kept alive and does the least with each answer, so that what is measured is the host and not
/// its client, which runs on the same processors.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[16_384];

    public static async Task<HttpConnection> Open(EndPoint address)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(address);
        return connection;
    }

    /// <summary>The bytes of a request with a body.</summary>
    public static byte[] Post(string path, string body, string headers = "") =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}"
        );

    /// <summary>Sends a request and returns when its answer is complete. Anything but 200 is the end of the measurement.</summary>
    public async Task Ask(byte[] request)
    {
        await socket.SendAsync(request);
        var (received, expected) = (0, int.MaxValue);
        while (received < expected)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(received));
            received = read > 0 ? received + read : throw new IOException("The host closed the connection.");
            if (expected == int.MaxValue)
            {
                expected = LengthOf(answer.AsSpan(0, received)) ?? expected;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>How long the answer is as a whole, once its headers are here.</summary>
    private static int? LengthOf(ReadOnlySpan<byte> begun)
    {
        if (begun.IndexOf("\r\n\r\n"u8) is not (>= 0 and var end))
        {
            return null;
        }

        var headers = begun[..end];
        if (!headers.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new IOException(Encoding.ASCII.GetString(begun));
        }

        var value = headers[(headers.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        return Utf8Parser.TryParse(value, out int length, out _)
            ? end + "\r\n\r\n".Length + length
            : throw new IOException("The answer has no length.");
    }
}
