namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Where something stands in a file. Lines and columns count from 1.</summary>
internal sealed record YamlPlace(int Line, int Column)
{
    public static YamlPlace Start { get; } = new(1, 1);
}

/// <summary>A value of a YAML file, and where it stands. Trees are at most <see cref="YamlLimits.Depth"/> deep.</summary>
/// <param name="Start">Of a value that an alias repeats: where it was written out.</param>
internal abstract record YamlNode(YamlPlace Start)
{
    /// <summary>Right behind its last character; of a list or a group without brackets, of what it ends with.</summary>
    public YamlPlace End { get; init; } = Start;

    /// <summary>How much this is: values, itself and its keys included, with each alias written out.</summary>
    public abstract int Size { get; }

    /// <summary>How many levels it has; a scalar has one.</summary>
    public abstract int Depth { get; }

    /// <summary>What it is, for a sentence: <c>here is a list</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(YamlPlace Start, ImmutableArray<YamlNode> Items) : YamlNode(Start)
{
    /// <summary>It stands in brackets.</summary>
    public bool IsInBrackets { get; init; }

    public override int Size { get; } = 1 + Items.Sum(item => item.Size);

    public override int Depth { get; } = 1 + Items.Select(item => item.Depth).DefaultIfEmpty().Max();

    public override string Kind => "a list";
}

/// <summary>Keys with their values, in the order of the file. A key that is written twice stands here twice.</summary>
internal sealed record YamlMapping(YamlPlace Start, ImmutableArray<YamlEntry> Entries) : YamlNode(Start)
{
    /// <summary>It stands in brackets.</summary>
    public bool IsInBrackets { get; init; }

    public override int Size { get; } = 1 + Entries.Sum(entry => 1 + entry.Value.Size);

    public override int Depth { get; } = 1 + Entries.Select(entry => entry.Value.Depth).DefaultIfEmpty().Max();

    public override string Kind => "a group of keys";

    /// <summary>The value of the key; of a key that is written twice, the first one.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Name == key)?.Value;
}

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Value;
}
