using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>How far an activity that holds others has come. The names are kept with instances: add new ones, keep the old.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Position), "at")]
[JsonDerivedType(typeof(CounterFlow), "counter")]
[JsonDerivedType(typeof(TokenFlow), "token")]
[JsonDerivedType(typeof(Machine), "machine")]
public abstract class ActivityState
{
    /// <summary>One that changes on its own.</summary>
    internal abstract ActivityState Copy();

    /// <summary>A number: the next child, the index of an item, how many are still to come.</summary>
    public sealed class Position : ActivityState
    {
        public int Value { get; set; }

        internal override ActivityState Copy() => new Position { Value = Value };
    }

    /// <summary>How often the activities and connections of a flowchart were visited.</summary>
    public sealed class CounterFlow : ActivityState
    {
        /// <summary>The index of the activity that it began with.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public required int Start { get; init; }

        public required int[] Activities { get; init; }

        public required int[] Connections { get; init; }

        /// <summary>Whether the last visit of a connection followed it.</summary>
        public required bool[] Followed { get; init; }

        internal override ActivityState Copy() =>
            new CounterFlow
            {
                Start = Start,
                Activities = [.. Activities],
                Connections = [.. Connections],
                Followed = [.. Followed],
            };
    }

    /// <summary>The tokens that lie on the connections of a flowchart.</summary>
    public sealed class TokenFlow : ActivityState
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public required int Start { get; init; }

        public required IList<FlowToken> Tokens { get; init; }

        internal override ActivityState Copy() =>
            new TokenFlow { Start = Start, Tokens = [.. Tokens.Select(token => token with { })] };
    }

    /// <summary>Where a state machine is.</summary>
    public sealed class Machine : ActivityState
    {
        /// <summary>The index of its state.</summary>
        public int State { get; set; }

        /// <summary>The transition that it takes.</summary>
        public int Transition { get; set; }

        internal override ActivityState Copy() => new Machine { State = State, Transition = Transition };
    }
}

/// <summary>A connection, by its index, that was followed, or that is closed to the next that comes.</summary>
public sealed record FlowToken
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Connection { get; init; }

    public bool IsBlocked { get; init; }

    public bool IsConsumed { get; set; }
}
