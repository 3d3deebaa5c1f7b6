using CaseFlow.Workflows.Running.Compiled;
using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Flow;

/// <summary>
/// Enters a state, waits for the triggers of all its transitions, takes the first whose condition holds: action, exit, next
/// state. A state that nothing leads out of ends the machine.
/// </summary>
internal sealed class StateMachine : ActivityExecutor
{
    private const int Entry = -1;
    private const int Exit = -2;
    private const int Action = -3;

    public override void Execute(Frame frame)
    {
        var first = frame.Activity.Node.Setting("initialState");
        var index = first is null ? 0 : IndexOf(frame, first);
        if (index < 0 || index >= frame.Activity.States.Length)
        {
            throw new ActivityFailed($"The state machine has no state '{first}' to begin with.");
        }

        frame.State = new ActivityState.Machine();
        Enter(frame, index);
    }

    public override void ChildEnded(Frame frame, Frame child, Outcomes outcomes)
    {
        var machine = (ActivityState.Machine)frame.State!;
        switch (child.Tag)
        {
            case Entry:
                Arm(frame, machine);
                break;
            case Action:
                Leave(frame, machine);
                break;
            case Exit:
                Enter(frame, frame.Activity.Transitions[machine.Transition].To);
                break;
            default:
                Fire(frame, machine, child.Tag);
                break;
        }
    }

    private static void Enter(Frame frame, int index)
    {
        if (index < 0)
        {
            throw new ActivityFailed("A transition leads to a state that the machine does not have.");
        }

        var machine = (ActivityState.Machine)frame.State!;
        machine.State = index;
        if (frame.Activity.States[index].Entry is { } entry)
        {
            frame.Schedule(entry, Entry);
        }
        else
        {
            Arm(frame, machine);
        }
    }

    private static void Arm(Frame frame, ActivityState.Machine machine)
    {
        var isArmed = false;
        for (var index = 0; index < frame.Activity.Transitions.Length; index++)
        {
            var transition = frame.Activity.Transitions[index];
            if (transition.From != machine.State || transition.To < 0)
            {
                continue;
            }

            if (transition.Trigger is { } trigger)
            {
                frame.Schedule(trigger, index);
                isArmed = true;
            }
            else if (Allows(frame, transition))
            {
                Take(frame, machine, index);
                return;
            }
        }

        if (!isArmed)
        {
            frame.Complete();
        }
    }

    private static void Fire(Frame frame, ActivityState.Machine machine, int index)
    {
        var transition = frame.Activity.Transitions[index];
        if (transition.From != machine.State)
        {
            return;
        }

        if (Allows(frame, transition))
        {
            Take(frame, machine, index);
        }
        else
        {
            frame.Schedule(transition.Trigger!, index);
        }
    }

    private static void Take(Frame frame, ActivityState.Machine machine, int index)
    {
        machine.Transition = index;
        frame.Run.Unschedule(frame);
        frame.Run.CancelChildren(frame);
        if (frame.Activity.Transitions[index].Action is { } action)
        {
            frame.Schedule(action, Action);
        }
        else
        {
            Leave(frame, machine);
        }
    }

    private static void Leave(Frame frame, ActivityState.Machine machine)
    {
        if (frame.Activity.States[machine.State].Exit is { } exit)
        {
            frame.Schedule(exit, Exit);
        }
        else
        {
            Enter(frame, frame.Activity.Transitions[machine.Transition].To);
        }
    }

    private static bool Allows(Frame frame, CompiledTransition transition) =>
        transition.Condition is not { } condition || frame.Run.Holds(frame, condition);

    private static int IndexOf(Frame frame, string name)
    {
        for (var index = 0; index < frame.Activity.States.Length; index++)
        {
            if (frame.Activity.States[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }
}
