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
    private readonly byte[] answer = new byte[1 << 20];

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

    /// <summary>The bytes of a request without one.</summary>
    public static byte[] Get(string path, string headers) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

    /// <summary>Sends a request and returns when its answer is complete. Anything but 200 is the end of the measurement.</summary>
    public async Task Ask(byte[] request)
    {
        await socket.SendAsync(request);
        var received = 0;
        do
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(received));
            received = read > 0 ? received + read : throw new IOException("The host closed the connection.");
        } while (!IsComplete(answer.AsSpan(0, received)));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        if (answer.IndexOf("\r\n\r\n"u8) is not (>= 0 and var end))
        {
            return false;
        }

        var headers = answer[..end];
        if (!headers.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new IOException(Encoding.ASCII.GetString(answer));
        }

        if (headers.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var value = headers[(headers.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        return Utf8Parser.TryParse(value, out int length, out _)
            ? answer.Length >= end + "\r\n\r\n".Length + length
            : throw new IOException("The answer has no length.");
    }
}
