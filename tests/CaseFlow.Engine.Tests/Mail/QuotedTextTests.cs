using CaseFlow.Engine.Mail;

namespace CaseFlow.Engine.Tests.Mail;

public class QuotedTextTests
{
    [Theory]
    [InlineData("Thanks!\n\nOn Monday, Ann <ann@example.com> wrote:\n> Did it help?\n>\n> Ann\n", "Thanks!")]
    [InlineData(
        "Thanks!\r\n\r\nOn Dec 16, 2011, at 12:47 PM, Ann\r\n<ann@example.com>\r\nwrote:\r\n\r\n> It?\r\n",
        "Thanks!"
    )]
    [InlineData("Merci !\n\nLe lundi 2 mars 2026 à 09:00, Ann <ann@example.com> a écrit :\n> Ça va ?", "Merci !")]
    [InlineData("Danke\n\nAm 02.03.26 um 09:00 schrieb Ann:\n> Gut?", "Danke")]
    [InlineData("It does not.\n\n> Did it help?", "It does not.")]
    [InlineData(
        "Yes\n________________________________________\nFrom: Ann [ann@example.com]\nSent: Friday\nTo: Jane\nSubject: It\n\nAll of it.",
        "Yes"
    )]
    [InlineData("Oui\n\nDe : Ann\nEnvoyé : lundi\nÀ : Jane\nObjet : Le dossier\n\nTout.", "Oui")]
    [InlineData("Yes\n\n-----Original Message-----\nall of it", "Yes")]
    [InlineData("Right\n\nOn Monday, Ann wrote:\n> one\n\n-- \nJane\n", "Right")]
    public void What_a_reply_repeats_at_its_end_is_cut_off(string text, string left) =>
        Assert.Equal(left, QuotedText.CutFrom(text));

    [Theory]
    [InlineData("> Did it help?\nYes.\n> And the other?\nNo.")]
    [InlineData("On Monday it burned.\nOn Tuesday I wrote:\nnothing helps")]
    [InlineData("From: here on it burns.\nWhat now?")]
    [InlineData("A line\n\n-- \nJane Doe\n+49 30 1234")]
    [InlineData("> Only what was asked")]
    public void What_may_be_new_is_left(string text) => Assert.Equal(text, QuotedText.CutFrom(text));

    [Fact]
    public void Answers_between_quoted_lines_stay_together_with_them() =>
        Assert.Equal(
            "On Monday, Ann wrote:\n> Did it help?\n\nYes.",
            QuotedText.CutFrom("On Monday, Ann wrote:\n> Did it help?\n\nYes.\n\n> Ann\n> Desk")
        );

    [Fact]
    public void Replies_of_real_programs_lose_what_they_quote()
    {
        var folder = SharedData.Folder(Path.Combine("emails", "email-reply-parser"));

        Assert.EndsWith("-Abhishek Kona", Cut("email_1_3.txt"), StringComparison.Ordinal);
        Assert.EndsWith("Sent from a magnificent torch of pixels", Cut("email_1_6.txt"), StringComparison.Ordinal);
        Assert.Equal("Outlook with a reply", Cut("email_2_1.txt"));
        Assert.Equal("Outlook with a reply directly above line", Cut("email_2_2.txt"));
        Assert.EndsWith("when I run...", Cut("email_one_is_not_on.txt"), StringComparison.Ordinal);
        Assert.Contains("I will reply under this one", Cut("email_1_8.txt"), StringComparison.Ordinal);
        Assert.Contains("kthxbai", Cut("email_sig_delimiter_in_middle_of_line.txt"), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(folder, "*.txt"),
            file => Assert.NotEqual("", QuotedText.CutFrom(File.ReadAllText(file)))
        );

        string Cut(string name) => QuotedText.CutFrom(File.ReadAllText(Path.Combine(folder, name)));
    }
}
