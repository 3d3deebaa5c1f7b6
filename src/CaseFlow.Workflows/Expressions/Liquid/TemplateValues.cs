using System.Globalization;
using CaseFlow.Workflows.Values;
using Fluid.Values;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>Values on their way into a template, and those that its filters ask for as they were.</summary>
internal static class TemplateValues
{
    public static FluidValue ToTemplate(object? value) =>
        value switch
        {
            null => NilValue.Instance,
            bool truth => BooleanValue.Create(truth),
            double number => Number(number),
            float number => Number(number),
            int or long or short or decimal => NumberValue.Create(
                Convert.ToDecimal(value, CultureInfo.InvariantCulture)
            ),
            DateTimeOffset moment => new DateTimeValue(moment),
            IDictionary<string, object?> members => new DictionaryValue(new Members(members)),
            byte[] => StringValue.Create(ValueText.Of(value)),
            IList<object?> list => new ArrayValue([.. list.Select(ToTemplate)]),
            _ => StringValue.Create(ValueText.Of(value)),
        };

    /// <summary>The plain value that a value of a template stands for.</summary>
    public static object? Plain(FluidValue value) =>
        value switch
        {
            DictionaryValue names => ((Members)names.ToObjectValue()).Values,
            ArrayValue list => (List<object?>)[.. list.Values.Select(Plain)],
            _ => value.Type switch
            {
                FluidValues.Nil or FluidValues.Empty or FluidValues.Blank => null,
                FluidValues.Boolean => value.ToBooleanValue(),
                FluidValues.Number => value.ToNumberValue() is var number
                && number == decimal.Truncate(number)
                && Math.Abs(number) <= long.MaxValue
                    ? (long)number
                    : number,
                FluidValues.DateTime => value.ToObjectValue(),
                _ => value.ToStringValue(),
            },
        };

    // A number that no decimal holds is shown as it is.
    private static FluidValue Number(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 7.9e28
            ? NumberValue.Create((decimal)number)
            : StringValue.Create(ValueText.Of(number));

    private sealed class Members(IDictionary<string, object?> values) : IFluidIndexable
    {
        public IDictionary<string, object?> Values => values;

        public int Count => values.Count;

        public IEnumerable<string> Keys => values.Keys;

        public bool TryGetValue(string name, out FluidValue value)
        {
            var found = values.TryGetValue(name, out var member);
            value = ToTemplate(member);
            return found;
        }
    }
}
