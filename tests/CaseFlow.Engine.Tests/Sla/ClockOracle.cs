using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Tests.Sla;

/// <summary>What a rule asks for, in minutes.</summary>
internal sealed record OracleRule(string Name, int Calendar, int[] Warn, int Fail)
{
    public bool SaysTheSameAs(OracleRule? other) =>
        other is not null
        && (Name, Calendar, Fail) == (other.Name, other.Calendar, other.Fail)
        && Warn.SequenceEqual(other.Warn);
}

/// <summary>A clock as one would keep it by hand: minutes counted off a calendar, nothing of the product in it.</summary>
internal sealed class ClockOracle(IReadOnlyList<OpenMinutes?> calendars)
{
    private OracleRule? rule;
    private int since;
    private bool isPaused;
    private bool applies;

    public ClockState State { get; private set; } = ClockState.NotApplicable;

    public int Counted { get; private set; }

    public int Warned { get; private set; }

    public int? EndedAt { get; private set; }

    private bool IsLive => State is ClockState.Running or ClockState.Paused or ClockState.NotApplicable;

    /// <summary>Lets time pass to this minute.</summary>
    public void Pass(int to)
    {
        if (State != ClockState.Running)
        {
            return;
        }

        var passed = Open(since, to);
        if (Counted + passed >= rule!.Fail)
        {
            // A target that was passed when it was set fails without a warning.
            Warned = Counted < rule.Fail ? rule.Warn.Length : Warned;
            End(ClockState.Failed, rule.Fail, After(since, Math.Max(rule.Fail - Counted, 0)));
            return;
        }

        Warned = Math.Max(Warned, rule.Warn.Count(minutes => minutes <= Counted + passed));
    }

    /// <summary>From this minute on this rule applies, or none, and the case waits for somebody else or not.</summary>
    public void Follow(int now, OracleRule? next, bool waits)
    {
        Pass(now);
        if (!IsLive)
        {
            return;
        }

        var counted = State == ClockState.Running ? Counted + Open(since, now) : Counted;
        if (next is null)
        {
            if (applies)
            {
                (Counted, applies, State) = (counted, false, ClockState.NotApplicable);
            }

            return;
        }

        if (!applies || !next.SaysTheSameAs(rule))
        {
            Warned = Warned == 0 ? 0 : next.Warn.Count(minutes => minutes <= counted);
            (rule, applies) = (next, true);
        }
        else if (waits == isPaused)
        {
            return;
        }

        (Counted, since, isPaused) = (counted, now, waits);
        State = waits ? ClockState.Paused : ClockState.Running;
        Pass(now);
    }

    public void Meet(int now)
    {
        Pass(now);
        if (IsLive)
        {
            End(ClockState.Met, State == ClockState.Running ? Counted + Open(since, now) : Counted, now);
        }
    }

    private void End(ClockState state, int counted, int at) => (State, Counted, EndedAt) = (state, counted, at);

    private int Open(int from, int to) => calendars[rule!.Calendar]?.Between(from, to) ?? to - from;

    private int After(int from, int open) => calendars[rule!.Calendar]?.After(from, open) ?? from + open;
}
