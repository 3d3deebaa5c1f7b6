using CaseFlow.Engine.Mail;

namespace CaseFlow.Engine.Tests.Mail;

public class MailNamesTests
{
    [Theory]
    [InlineData("Re: [CAS-2026-00042] Printer", new[] { "CAS-2026-00042" })]
    [InlineData("AW: Printer (CAS-2026-00042).", new[] { "CAS-2026-00042" })]
    [InlineData("Printer 7 of CAS-2026-00042", new[] { "7", "CAS-2026-00042" })]
    [InlineData("Printer on fire", new string[0])]
    public void What_may_be_a_ticket_number_is_found_in_the_subject(string subject, string[] tickets) =>
        Assert.Equal(tickets, TicketsInSubject.In(subject));

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\evil.exe", "evil.exe")]
    [InlineData("a\"b<c>:d|e?.txt", "a_b_c__d_e_.txt")]
    [InlineData("invoice\u202Egpj.exe", "invoice_gpj.exe")]
    [InlineData("line\r\nbreak.txt", "line__break.txt")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("été 写真.jpg", "été 写真.jpg")]
    [InlineData("...", "attachment")]
    [InlineData("", "attachment")]
    [InlineData(null, "attachment")]
    public void The_name_of_a_file_becomes_harmless(string? given, string safe) =>
        Assert.Equal(safe, AttachmentName.Safe(given));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var safe = AttachmentName.Safe(new string('a', 300) + ".pdf");

        Assert.EndsWith("aaa.pdf", safe, StringComparison.Ordinal);
        Assert.Equal(120, safe.Length);
    }
}
