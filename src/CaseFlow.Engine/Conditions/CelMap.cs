namespace CaseFlow.Engine.Conditions;

/// <summary>The entries of a map value, in the order they were written. Keys of equal number are one key: 1, 1u and 1.0.</summary>
internal sealed class CelMap
{
    private readonly Dictionary<CelValue, CelValue> entries = new(KeyComparer.Instance);
    private readonly List<CelValue> keys = [];

    public int Count => keys.Count;

    public long Size { get; private set; } = 1;

    public bool IsTooLarge => Size > CelList.MaxSize;

    public CelValue KeyAt(int position) => keys[position];

    public bool TryAdd(CelValue key, CelValue value)
    {
        if (!entries.TryAdd(key, value))
        {
            return false;
        }

        keys.Add(key);
        Size += CelList.SizeOf(key) + CelList.SizeOf(value);
        return true;
    }

    public bool TryGet(CelValue key, out CelValue value) => entries.TryGetValue(key, out value);

    public static bool CanBeKey(CelKind kind) => kind is CelKind.Bool or CelKind.Int or CelKind.UInt or CelKind.String;

    private sealed class KeyComparer : IEqualityComparer<CelValue>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(CelValue x, CelValue y) => CelComparison.AreEqual(x, y);

        public int GetHashCode(CelValue key) =>
            key.Kind switch
            {
                CelKind.Int => ((double)key.AsInt).GetHashCode(),
                CelKind.UInt => ((double)key.AsUInt).GetHashCode(),
                CelKind.Double => key.AsDouble.GetHashCode(),
                CelKind.String or CelKind.Bytes => key.AsString.GetHashCode(StringComparison.Ordinal),
                _ => HashCode.Combine(key.Kind, key.Bits),
            };
    }
}
