using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>Cases and their events as they are stored: camelCase, nulls left out, letters of any language as themselves.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseEvent))]
public sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>What is stored goes into no page, so nothing beyond JSON's own rules needs escaping.</summary>
    public static CaseJson Stored => Relaxed.Context;

    // A class of its own, so that it is made after the generated half's statics.
    private static class Relaxed
    {
        public static readonly CaseJson Context = new(
            new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
