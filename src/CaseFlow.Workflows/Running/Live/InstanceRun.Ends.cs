using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>How activities end.</summary>
internal sealed partial class InstanceRun
{
    public void Complete(Frame frame, Outcomes outcomes)
    {
        if (frame.Status != FrameStatus.Running)
        {
            return;
        }

        frame.Status = FrameStatus.Completed;
        CancelChildren(frame);
        frame.Activity.Executor.Ending(frame);
        Close(frame);
        if (frame.Holder is { Status: FrameStatus.Running } holder)
        {
            Try(holder, running => running.Activity.Executor.ChildEnded(running, frame, outcomes));
        }
    }

    public void Cancel(Frame frame)
    {
        if (frame.Status is not (FrameStatus.Running or FrameStatus.Faulted))
        {
            return;
        }

        frame.Status = FrameStatus.Cancelled;
        CancelChildren(frame);
        Close(frame);
        if (frame.Holder is { Status: FrameStatus.Running } holder)
        {
            Try(holder, running => running.Activity.Executor.ChildCancelled(running, frame));
        }
    }

    public void CancelChildren(Frame frame)
    {
        while (frame.Children is [.., var last])
        {
            Cancel(last);
        }
    }

    public void Fault(Frame frame, ActivityFailed failed)
    {
        if (frame.Status is not FrameStatus.Running)
        {
            return;
        }

        frame.Status = FrameStatus.Faulted;
        RemoveBookmarks(frame);
        Incidents.Add(
            new Incident
            {
                Id = NextId(),
                ActivityId = frame.Activity.Id,
                NodeId = frame.Activity.NodeId,
                ActivityType = frame.Activity.Node.Type,
                Frame = frame.Id,
                At = now,
                Message = failed.Message,
                Cause = failed.InnerException?.Message,
                Code = failed.Code,
                Category = failed.Category,
                FaultType = failed.FaultType,
            }
        );
        if (Incidents.Count(incident => !incident.IsMended) >= parts.Settings.Incidents)
        {
            Overrun();
        }
    }

    /// <summary>Waits, under a new id or that of an effect.</summary>
    public void Wait(
        Frame frame,
        BookmarkKind kind,
        string? id = null,
        string? name = null,
        DateTimeOffset? dueAt = null,
        ValueMap? details = null
    )
    {
        frame.Waits++;
        Bookmarks.Add(
            new Bookmark
            {
                Id = id ?? NextId(),
                Kind = kind,
                ActivityId = frame.Activity.Id,
                NodeId = frame.Activity.NodeId,
                Frame = frame.Id,
                Name = name,
                DueAt = dueAt,
                Details = details ?? [],
            }
        );
    }

    public void Burn(Bookmark bookmark, Frame frame)
    {
        Bookmarks.Remove(bookmark);
        frame.Waits--;
    }

    /// <summary>Forgets a frame without telling its holder.</summary>
    public void Close(Frame frame)
    {
        RemoveBookmarks(frame);
        var last = open[^1];
        open[frame.Place] = last;
        last.Place = frame.Place;
        open.RemoveAt(open.Count - 1);
        frame.Holder?.Children?.Remove(frame);
    }

    private void RemoveBookmarks(Frame frame)
    {
        if (frame.Waits > 0)
        {
            Bookmarks.RemoveAll(bookmark => bookmark.Frame == frame.Id);
            frame.Waits = 0;
        }
    }
}
