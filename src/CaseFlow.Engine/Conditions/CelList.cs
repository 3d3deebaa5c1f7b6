namespace CaseFlow.Engine.Conditions;

/// <summary>Reads list values, whichever way their items are kept.</summary>
internal static class CelList
{
    public const long MaxSize = 10_000;

    public static readonly CelValue TooLarge = CelValue.Error("the value that is built is too large");

    public static int Count(CelValue list) =>
        list.Reference switch
        {
            IReadOnlyList<CelValue> values => values.Count,
            IReadOnlyList<object?> objects => objects.Count,
            _ => 0,
        };

    public static CelValue At(CelValue list, int position) =>
        list.Reference switch
        {
            CelValue[] values => values[position],
            IReadOnlyList<CelValue> values => values[position],
            IReadOnlyList<string?> texts => CelValue.Of(texts[position]),
            IReadOnlyList<object> objects => CelValue.Object(list.ObjectType!, objects[position]),
            _ => CelValue.Null,
        };

    public static CelValue Join(CelValue left, CelValue right)
    {
        var (first, second) = (Count(left), Count(right));
        var items = new CelValue[first + second];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = i < first ? At(left, i) : At(right, i - first);
        }

        return Built(items);
    }

    /// <summary>A list that a condition builds. It counts all that is in it, since lists of lists grow fast.</summary>
    public static CelValue Built(IReadOnlyList<CelValue> items)
    {
        var size = 1L;
        foreach (var item in items)
        {
            size += SizeOf(item);
        }

        return size > MaxSize ? TooLarge : CelValue.ListOf(items, size);
    }

    public static long SizeOf(CelValue value) =>
        value.Kind switch
        {
            CelKind.List => Math.Max(value.Bits, Count(value)),
            CelKind.Map => value.AsMap.Size,
            CelKind.String or CelKind.Bytes => 1 + (value.AsString.Length / 10),
            _ => 1,
        };
}
