namespace CaseFlow.Engine.Conditions;

/// <summary>Functions over values of any type: their size, and what they are.</summary>
internal static class CollectionFunctions
{
    private static readonly CelType anyList = new CelType.List(CelType.Dyn);
    private static readonly CelType anyMap = new CelType.Map(CelType.Dyn, CelType.Dyn);

    public static IEnumerable<CelFunction> All =>
        [
            new CelFunction(
                "size",
                [
                    .. ((CelType[])[CelType.String, CelType.Bytes, anyList, anyMap]).SelectMany(
                        IEnumerable<CelSignature> (type) =>
                            [CelSignature.Of(type, CelType.Int), CelSignature.On(type, CelType.Int)]
                    ),
                ]
            )
            {
                OfOne = Size,
            },
            new CelFunction("dyn", [CelSignature.Of(CelType.Dyn, CelType.Dyn)])
            {
                OfOne = value => value,
                TakesNull = true,
            },
            new CelFunction("type", [CelSignature.Of(CelType.Dyn, CelType.Type)])
            {
                OfOne = value => CelTypeNames.Of(value),
                TakesNull = true,
            },
        ];

    private static CelValue Size(CelValue value) =>
        value.Kind switch
        {
            CelKind.String => CelValue.Of(CodePoints(value.AsString)),
            CelKind.Bytes => CelValue.Of((long)value.AsBytes.Length),
            CelKind.List => CelValue.Of((long)CelList.Count(value)),
            CelKind.Map => CelValue.Of((long)value.AsMap.Count),
            _ => CelFunctions.NoOverload("size", value),
        };

    private static long CodePoints(string text)
    {
        var count = 0L;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
