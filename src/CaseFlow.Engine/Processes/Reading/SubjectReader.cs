using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the tree of subjects, and makes the built-in field a choice of them.</summary>
internal sealed class SubjectReader(ProblemList problems)
{
    // Deeper than any tree that people find their way in; a circle has no end.
    private const int MostDeep = 20;

    public SubjectTree Read(YamlNode? section)
    {
        var entries = section
            .Entries()
            .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var names = new KnownNames("subject", ProblemCodes.UnknownSubject, entries.Keys, problems);
        var parents = entries.Values.ToDictionary(
            entry => entry.Name,
            entry => names.Refer(entry.Value.At(SubjectKeys.Parent), $"subject '{entry.Name}' belongs under"),
            StringComparer.Ordinal
        );

        var isSound = true;
        foreach (var entry in entries.Values.Where(entry => !HasTop(parents, entry.Name)))
        {
            isSound = false;
            problems.Add(
                entry.Value.At(SubjectKeys.Parent)!.Start,
                ProblemCodes.SubjectDepth,
                $"subject '{entry.Name}' lies more than {MostDeep} deep, or belongs under itself; remove a 'parent'"
            );
        }

        return isSound
            ? new([
                .. entries.Values.Select(entry => new SubjectDefinition(
                    entry.Name,
                    Labels.Read(entry.Value.At(SubjectKeys.Title), entry.Name),
                    parents[entry.Name],
                    entry.Value.At(SubjectKeys.Retired).AsFlag()
                )),
            ])
            : SubjectTree.None;
    }

    /// <summary>With a tree the field <c>subject</c> is one of its subjects, and says nothing of its own.</summary>
    public void Apply(YamlNode? section, SubjectTree subjects, FieldReader fields, YamlNode? fieldSection)
    {
        if (!section.Entries().Any())
        {
            return;
        }

        if (fieldSection.Entries().FirstOrDefault(entry => entry.Name == BuiltInFields.Subject) is { } declared)
        {
            problems.Add(
                declared.Key.Start,
                ProblemCodes.BuiltInField,
                $"'{BuiltInFields.Subject}' is one of 'subjects' here; remove it from 'fields'"
            );
        }
        else if (!subjects.All.IsEmpty)
        {
            fields.Narrow(BuiltInFields.Subject, [.. subjects.All.Select(subject => subject.Key)]);
        }
    }

    private static bool HasTop(Dictionary<string, string?> parents, string subject)
    {
        var above = parents[subject];
        for (var depth = 1; above is not null; depth++)
        {
            if (depth >= MostDeep)
            {
                return false;
            }

            above = parents[above];
        }

        return true;
    }
}
