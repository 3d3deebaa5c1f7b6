using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases.Pages;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Pages say everything that can happen.</summary>
public sealed class EventWordsTests
{
    [Fact]
    public void Every_type_of_event_has_words() => Assert.Empty(CaseEventTypes.All.Except(EventWords.Types));
}
