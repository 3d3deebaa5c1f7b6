using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>Reads how a delivery proves who sent it.</summary>
internal static class VerificationReader
{
    public static HookVerification Read(YamlNode? node, ProblemList problems)
    {
        foreach (var (index, scheme) in VerifyKeys.Schemes.Index())
        {
            if (node.At(scheme).AsScalar() is { } secret && scheme != VerifyKeys.None)
            {
                var tolerance = node.At(VerifyKeys.Tolerance) is { } said
                    ? DurationReader.Read(said, "'tolerance'", problems)
                    : HookVerification.DefaultTolerance;
                return new((HookScheme)index, secret.Value, tolerance, secret.Start.Line, secret.Start.Column);
            }
        }

        return new(HookScheme.None, null, TimeSpan.Zero, node?.Start.Line ?? 1, node?.Start.Column ?? 1);
    }
}
