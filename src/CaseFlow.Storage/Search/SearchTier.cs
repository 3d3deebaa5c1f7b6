namespace CaseFlow.Storage;

/// <summary>How well a case fits what is searched; the best come first, and the newest of equals.</summary>
public enum SearchTier
{
    /// <summary>It is the case of this ticket number.</summary>
    Ticket,

    /// <summary>All words stand in the title.</summary>
    Title,

    /// <summary>All words stand somewhere in its texts.</summary>
    Anywhere,
}
