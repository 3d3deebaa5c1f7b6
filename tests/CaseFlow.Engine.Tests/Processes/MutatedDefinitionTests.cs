using CaseFlow.Engine.Processes;
using CsCheck;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>Whatever slips into a file, reading it answers: ready, or broken with places that are in the file.</summary>
public class MutatedDefinitionTests
{
    private const string Slips = " \t\n:,-[]{}'\"#&*!|>%@`?~\\0aé😀";

    public static TheoryData<string> Shipped { get; } = new("support-case", "access-request");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_slip_in_the_lines_or_characters_never_breaks_the_reader(string key)
    {
        var text = Definitions.ShippedText(key);

        Gen.Select(Gen.Int[0, 7], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, Slips.Length - 1])
            .Array[1, 6]
            .Sample(slips => Read(key, slips.Aggregate(text, Slip)), iter: 500);
    }

    private static void Read(string key, string text)
    {
        if (ProcessReader.Read(key + ProcessReader.FileEnding, text) is ReadResult.Broken(var problems))
        {
            var lines = text.Split('\n');
            Assert.NotEmpty(problems);
            Assert.All(problems, problem => Assert.InRange(problem.Line, 1, lines.Length));
            Assert.All(problems, problem => Assert.InRange(problem.Column, 1, lines[problem.Line - 1].Length + 1));
        }
    }

    private static string Slip(string text, (int Kind, double Here, double There, int With) slip)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = (int)(slip.Here * (text.Length - 1));
        var lines = text.Split('\n').ToList();
        var (line, other) = ((int)(slip.Here * (lines.Count - 1)), (int)(slip.There * (lines.Count - 1)));
        switch (slip.Kind)
        {
            case 0:
                return text.Remove(at, 1);
            case 1:
                return text.Insert(at, Slips[slip.With].ToString());
            case 2:
                return text.Insert(at, text[at].ToString());
            case 3:
                return text[..at];
            case 4:
                lines.RemoveAt(line);
                break;
            case 5:
                lines.Insert(other, lines[line]);
                break;
            case 6:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            default:
                lines[line] = "  " + lines[line];
                break;
        }

        return string.Join('\n', lines);
    }
}
