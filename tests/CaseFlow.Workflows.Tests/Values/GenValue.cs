using CsCheck;

namespace CaseFlow.Workflows.Tests.Values;

/// <summary>Any value of a workflow, nested a few levels.</summary>
internal static class GenValue
{
    private static readonly Gen<object?> Simple = Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.String.Select(Whole),
        Among("", "{", "[1", "{\"a\":1}", "12", "true", "00:00:05", "2026-01-01", "aGk=", "$", "NaN")
            .Select(value => (object?)value),
        Gen.Int.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Short.Select(value => (object?)value),
        Gen.Float.Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Gen.Decimal.Select(value => (object?)value),
        Gen.Guid.Select(value => (object?)value),
        Gen.DateTimeOffset.Select(value => (object?)value),
        Gen.TimeSpan.Select(value => (object?)value),
        Gen.Byte.Array.Select(value => (object?)value)
    );

    public static Gen<object?> All { get; } = Nested(3);

    public static bool Same(object? one, object? other) =>
        (one, other) switch
        {
            (byte[] bytes, byte[] others) => bytes.AsSpan().SequenceEqual(others),
            (IDictionary<string, object?> names, IDictionary<string, object?> others) => names.Keys.SequenceEqual(
                others.Keys
            ) && names.All(member => Same(member.Value, others[member.Key])),
            (IList<object?> list, IList<object?> others) => list.Count == others.Count
                && list.Zip(others).All(pair => Same(pair.First, pair.Second)),
            (DateTimeOffset moment, DateTimeOffset) => moment.EqualsExact((DateTimeOffset)other),
            _ => Equals(one, other) && one?.GetType() == other?.GetType(),
        };

    private static Gen<object?> Nested(int depth) =>
        depth == 0
            ? Simple
            : Gen.OneOf(
                Simple,
                Nested(depth - 1).List[0, 3].Select(list => (object?)list),
                Gen.Select(Among("a", "$", "value", "b c"), Nested(depth - 1))
                    .List[0, 3]
                    .Select(members =>
                    {
                        var names = new Dictionary<string, object?>();
                        foreach (var (name, value) in members)
                        {
                            names[name] = value;
                        }

                        return (object?)names;
                    })
            );

    private static Gen<string> Among(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    // Half of a surrogate pair is no text that JSON could carry.
    private static object? Whole(string text) => new string([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
