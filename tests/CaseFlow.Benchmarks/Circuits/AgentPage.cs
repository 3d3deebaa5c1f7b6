using Microsoft.Playwright;

namespace CaseFlow.Benchmarks;

/// <summary>A case page that somebody works with. Times are taken in the page: from the click until the page shows its outcome.</summary>
internal sealed class AgentPage(IPage page)
{
    private const string Click = """
        ([click, shown]) => new Promise(done => {
            const start = performance.now();
            const look = () => {
                if (document.querySelector(shown)) { watch.disconnect(); done(performance.now() - start); return true; }
            };
            const watch = new MutationObserver(look);
            watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            document.querySelector(click).click();
            look();
        })
        """;

    private const string Usable = ":not([aria-disabled=true])";

    private bool isTaken;
    private bool isFiltered;

    /// <summary>Works until it is told to end.</summary>
    /// <param name="thought">How long somebody reads before he clicks again, half of it more or less.</param>
    public async Task<AgentWork> Work(Random random, TimeSpan thought, CancellationToken end)
    {
        var work = new AgentWork();
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(thought * (0.5 + random.NextDouble()), CancellationToken.None);
            if (random.Next(4) == 0)
            {
                work.Taken.Add(await Take());
            }
            else
            {
                work.Filtered.Add(await Filter());
            }
        }

        return work;
    }

    /// <summary>A durable command, and the page read anew.</summary>
    private Task<double> Take()
    {
        isTaken = !isTaken;
        return isTaken
            ? Time("#command-pick", "#command-release" + Usable)
            : Time("#command-release", "#command-pick" + Usable);
    }

    /// <summary>What people do while they read: the timeline is read anew, of work alone (there is none) or of everything.</summary>
    private Task<double> Filter()
    {
        isFiltered = !isFiltered;
        return isFiltered
            ? Time(".timeline .kind:nth-child(2)", ".timeline .events:not(:has(> li))")
            : Time(".timeline .kind:nth-child(1)", ".timeline .events > li");
    }

    private Task<double> Time(string click, string shown) => page.EvaluateAsync<double>(Click, new[] { click, shown });
}

/// <summary>How long each click took, in milliseconds.</summary>
internal sealed class AgentWork
{
    public List<double> Filtered { get; } = [];

    public List<double> Taken { get; } = [];
}
