using Npgsql;
using NpgsqlTypes;

namespace CaseFlow.Storage;

/// <summary>The columns of a group as array parameters, for <c>unnest</c>. The lists are filled anew for every group.</summary>
internal sealed class ArrayParameters(NpgsqlParameterCollection parameters)
{
    private readonly List<Action> clear = [];

    public List<Guid?> Ids() => Add<Guid?>(NpgsqlDbType.Uuid);

    public List<int> Integers() => Add<int>(NpgsqlDbType.Integer);

    public List<long?> Longs() => Add<long?>(NpgsqlDbType.Bigint);

    public List<bool> Flags() => Add<bool>(NpgsqlDbType.Boolean);

    public List<string?> Texts() => Add<string?>(NpgsqlDbType.Text);

    public List<byte[]?> Blobs() => Add<byte[]?>(NpgsqlDbType.Bytea);

    /// <summary>Text that is UTF-8 already.</summary>
    public List<byte[]?> Utf8() => Add<byte[]?>(NpgsqlDbType.Text);

    public void Clear() => clear.ForEach(action => action());

    private List<T> Add<T>(NpgsqlDbType type)
    {
        var values = new List<T>();
        parameters.Add(new NpgsqlParameter<List<T>> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values });
        clear.Add(values.Clear);
        return values;
    }
}
