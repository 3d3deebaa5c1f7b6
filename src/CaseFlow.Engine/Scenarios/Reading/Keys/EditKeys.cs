using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of a change. Fields stand beside them by their own names.</summary>
internal sealed class EditKeys
{
    public EditKeys(ProcessWords words)
    {
        ImmutableArray<Key> own =
        [
            GivenKeys.Title,
            GivenKeys.Customer,
            GivenKeys.Contact,
            words.Fields("Fields by their names, those that are called like another key included."),
        ];
        ImmutableArray<Key> fields = [.. words.FieldsBeside(own)];
        Section = new Section("change", [.. own, .. fields]);
        Fields = [.. fields.Select(field => field.Name)];
    }

    public Section Section { get; }

    /// <summary>The fields that stand beside the other keys by their own names.</summary>
    public ImmutableArray<string> Fields { get; }
}
