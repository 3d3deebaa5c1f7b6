using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Cases;

/// <summary>Who looks at a case in a browser of this host, and who is typing there. Nothing of it is kept.</summary>
internal sealed class CaseWatch(TimeProvider clock)
{
    private static readonly TimeSpan TypesFor = TimeSpan.FromSeconds(4);

    private readonly TimeProvider time = clock;
    private readonly ConcurrentDictionary<CaseId, ImmutableArray<Looking>> looking = new();

    /// <summary>Somebody looks until it is disposed.</summary>
    /// <param name="changed">Told when somebody else comes, goes or types.</param>
    public Looking Look(CaseId id, string user, Action changed)
    {
        var mine = new Looking(this, id, user, changed);
        looking.AddOrUpdate(id, [mine], (_, others) => others.Add(mine));
        Tell(mine);
        return mine;
    }

    private void Leave(Looking mine)
    {
        var left = looking.AddOrUpdate(mine.Case, [], (_, all) => all.Remove(mine));
        if (left.IsEmpty)
        {
            looking.TryRemove(KeyValuePair.Create(mine.Case, left));
        }

        Tell(mine);
    }

    private void Tell(Looking from)
    {
        foreach (var other in looking.GetValueOrDefault(from.Case, []))
        {
            if (other != from)
            {
                other.Changed();
            }
        }
    }

    /// <summary>One page that is open on a case.</summary>
    public sealed class Looking(CaseWatch watch, CaseId id, string user, Action changed) : IDisposable
    {
        private DateTimeOffset typedAt;

        public CaseId Case => id;

        public string User => user;

        /// <summary>Everybody else who looks, each once.</summary>
        public ImmutableArray<Onlooker> Others =>
            [
                .. watch
                    .looking.GetValueOrDefault(id, [])
                    .Where(other => other.User != user)
                    .GroupBy(other => other.User, StringComparer.Ordinal)
                    .Select(pages => new Onlooker(pages.Key, pages.Any(page => page.IsTyping)))
                    .OrderBy(one => one.User, StringComparer.Ordinal),
            ];

        private bool IsTyping => watch.time.GetUtcNow() - typedAt < TypesFor;

        /// <summary>Says so at once, and again when it has ended.</summary>
        public void Type()
        {
            var wasTyping = IsTyping;
            typedAt = watch.time.GetUtcNow();
            if (!wasTyping)
            {
                watch.Tell(this);
                _ = SayWhenEnded();
            }
        }

        public void Changed() => changed();

        public void Dispose() => watch.Leave(this);

        private async Task SayWhenEnded()
        {
            do
            {
                await Task.Delay(TypesFor, watch.time);
            } while (IsTyping);

            watch.Tell(this);
        }
    }
}

/// <summary>Somebody else who looks at the case.</summary>
public sealed record Onlooker(string User, bool IsTyping);
