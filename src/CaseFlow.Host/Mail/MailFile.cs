using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Mail;

/// <summary>A file that came with an e-mail.</summary>
/// <param name="Number">Its place among the files of the e-mail, from 0.</param>
/// <param name="Name">Made harmless.</param>
/// <param name="Type">What its sender says it is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="LeftOut">Null where it can be had; else <c>too-large</c> or <c>too-many</c>.</param>
internal sealed record MailFile(int Number, string Name, string Type, long Size, string? LeftOut = null);

/// <summary>How the files of e-mails are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<MailFile>))]
internal sealed partial class MailJson : JsonSerializerContext
{
    public static string Write(ImmutableArray<MailFile> files) =>
        JsonSerializer.Serialize(files, Default.ImmutableArrayMailFile);

    public static ImmutableArray<MailFile> Read(string json) =>
        JsonSerializer.Deserialize(json, Default.ImmutableArrayMailFile);
}
