using System.Globalization;

namespace CaseFlow.Workflows.Values;

/// <summary>How a value reads as text.</summary>
public static class ValueText
{
    /// <summary>Plain text; a list or an object is JSON, bytes are base64.</summary>
    public static string Of(object value) =>
        value switch
        {
            string text => text,
            bool truth => truth ? "True" : "False",
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            byte[] bytes => System.Convert.ToBase64String(bytes),
            IDictionary<string, object?> or IList<object?> => ValueJson.Write(value),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"{value.GetType().Name} is no value of a workflow.", nameof(value)),
        };
}
