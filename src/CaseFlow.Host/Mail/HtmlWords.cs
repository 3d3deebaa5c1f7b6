using System.Text;
using MimeKit.Text;

namespace CaseFlow.Host.Mail;

/// <summary>Gathers the words of HTML in lines, as a reader would see them. Quotations get their sign.</summary>
internal sealed class HtmlWords
{
    private const int DeepestQuote = 20;

    private readonly StringBuilder text = new();
    private HtmlTagId? silent;
    private int quotes;
    private int blankLines = 1;
    private bool isLineStart = true;
    private bool needsSpace;

    public int Length => text.Length;

    public void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag:
                Take(tag);
                break;
            case HtmlDataToken data when silent is null && data.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData:
                Say(data.Data);
                break;
        }
    }

    public override string ToString() => text.ToString().Trim();

    private void Take(HtmlTagToken tag)
    {
        if (silent is { } until)
        {
            silent = tag.IsEndTag && tag.Id == until ? null : silent;
            return;
        }

        switch (tag.Id)
        {
            case HtmlTagId.Script
            or HtmlTagId.Style
            or HtmlTagId.Head
            or HtmlTagId.Title when tag is { IsEndTag: false, IsEmptyElement: false }:
                silent = tag.Id;
                break;
            case HtmlTagId.Br:
                NewLine(mayBeBlank: true);
                break;
            case HtmlTagId.BlockQuote:
                NewLine(mayBeBlank: false);
                quotes = Math.Clamp(quotes + (tag.IsEndTag ? -1 : 1), 0, DeepestQuote);
                break;
            case HtmlTagId.P
            or HtmlTagId.H1
            or HtmlTagId.H2
            or HtmlTagId.H3
            or HtmlTagId.H4
            or HtmlTagId.H5
            or HtmlTagId.H6
            or HtmlTagId.Pre
            or HtmlTagId.Table
            or HtmlTagId.UL
            or HtmlTagId.OL
            or HtmlTagId.HR:
                NewLine(mayBeBlank: false);
                BlankLine();
                break;
            case HtmlTagId.Div
            or HtmlTagId.TR
            or HtmlTagId.Section
            or HtmlTagId.Article
            or HtmlTagId.DT
            or HtmlTagId.DD:
                NewLine(mayBeBlank: false);
                break;
            case HtmlTagId.LI:
                NewLine(mayBeBlank: false);
                if (!tag.IsEndTag)
                {
                    Say("- ");
                }

                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                needsSpace = !isLineStart;
                break;
        }
    }

    private void Say(string words)
    {
        foreach (var letter in words)
        {
            // White space of whatever kind is one space, and none where a line begins.
            if (char.IsWhiteSpace(letter))
            {
                needsSpace = !isLineStart;
                continue;
            }

            if (isLineStart && quotes > 0)
            {
                text.Append('>', quotes).Append(' ');
            }

            if (needsSpace)
            {
                text.Append(' ');
            }

            text.Append(letter);
            (isLineStart, needsSpace, blankLines) = (false, false, 0);
        }
    }

    private void NewLine(bool mayBeBlank)
    {
        if (!isLineStart)
        {
            text.Append('\n');
            (isLineStart, needsSpace) = (true, false);
        }
        else if (mayBeBlank)
        {
            BlankLine();
        }
    }

    private void BlankLine()
    {
        if (blankLines == 0)
        {
            text.Append('>', quotes).Append('\n');
            blankLines++;
        }
    }
}
