using System.Globalization;
using Jint.Runtime;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The only clock that scripts see: when the burst began, in UTC.</summary>
internal sealed class ScopeClock(ScriptEngine engine) : ITimeSystem
{
    private static readonly DefaultTimeSystem Utc = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => engine.Scope.Now.ToUniversalTime();

    public bool TryParse(string date, out long epochMilliseconds) => Utc.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
