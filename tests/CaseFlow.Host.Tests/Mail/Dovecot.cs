using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>A real IMAP server of the test's own, in a temporary folder and on a free port, with one user.</summary>
internal sealed class Dovecot : IAsyncDisposable
{
    public const string User = "desk";
    public const string Password = "Correct-Horse";

    private const string Program = "/usr/sbin/dovecot";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-imap-");
    private Process? running;

    public int Port { get; } = FreePort();

    /// <summary>A server that answers; without one installed, the test is skipped, unless all is required.</summary>
    public static async Task<Dovecot> Start()
    {
        if (!File.Exists(Program))
        {
            const string Reason = "Dovecot is not installed: apt-get install -y dovecot-imapd";
            Assert.False(Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE") == "all", Reason);
            Assert.Skip(Reason);
        }

        var server = new Dovecot();
        await server.Run();
        return server;
    }

    /// <summary>Signs in as the user.</summary>
    public async Task<ImapClient> Open()
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(User, Password);
        return client;
    }

    public async Task Put(string letter)
    {
        using var client = await Open();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter));
        await client.Inbox!.AppendAsync(await MimeMessage.LoadAsync(bytes), MessageFlags.None);
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>How many messages a folder has, and how many of them nobody has seen.</summary>
    public async Task<(int All, int Unseen)> Count(string name)
    {
        using var client = await Open();
        var found = await client.GetFolderAsync(name);
        await found.StatusAsync(StatusItems.Count | StatusItems.Unread);
        await client.DisconnectAsync(quit: true);
        return (found.Count, found.Unread);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is { HasExited: false })
        {
            // Its children go with it when it is asked to stop.
            using var stop = Process.Start("kill", running.Id.ToString(CultureInfo.InvariantCulture));
            await running.WaitForExitAsync();
        }

        running?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task Run()
    {
        var settings = Path.Combine(folder.FullName, "dovecot.conf");
        await File.WriteAllTextAsync(settings, Settings());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        }

        running = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", settings]))!;
        for (var look = 0; ; look++)
        {
            try
            {
                using var client = await Open();
                return;
            }
            catch (Exception notYet) when (look < 100 && notYet is SocketException or IOException or ProtocolException)
            {
                await Task.Delay(100);
            }
        }
    }

    // As root it insists on other users for its parts; else all of it runs as who tests.
    private string Settings()
    {
        var isRoot = Environment.UserName == "root";
        var (inside, signIn) = isRoot ? ("dovecot", "dovenull") : (Environment.UserName, Environment.UserName);
        var owner = isRoot ? "uid=65534 gid=65534 " : "";
        return $$"""
            base_dir = {{folder.FullName}}/run
            log_path = {{folder.FullName}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = {{inside}}
            default_internal_group = {{(isRoot ? "dovecot" : "")}}
            default_login_user = {{signIn}}
            first_valid_uid = 1
            mail_location = maildir:{{folder.FullName}}/%u
            service anvil {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = {{owner}}home={{folder.FullName}}/%u
            }
            namespace {
              inbox = yes
              mailbox Done {
                auto = create
              }
            }
            """;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
