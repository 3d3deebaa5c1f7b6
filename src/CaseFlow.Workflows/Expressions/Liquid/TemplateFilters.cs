using System.Text;
using CaseFlow.Workflows.Values;
using Fluid;
using Fluid.Values;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>The filters of Liquid, each with a look at the limits, and the two that workflows add.</summary>
internal static class TemplateFilters
{
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("base64", Base64);
        filters.AddFilter("keys", Keys);
        filters.AddFilter("json", Json);
        foreach (var (name, filter) in filters.ToList())
        {
            filters.AddFilter(name, (input, arguments, context) => Limited(name, filter, input, arguments, context));
        }
    }

    private static async ValueTask<FluidValue> Limited(
        string name,
        FilterDelegate filter,
        FluidValue input,
        FilterArguments arguments,
        TemplateContext context
    )
    {
        var limit = RenderLimit.Of(context);
        limit.Step();
        limit.Text(LengthAfter(name, input, arguments));
        var result = await filter(input, arguments, context);
        limit.Text(result.Type == FluidValues.String ? result.ToStringValue().Length : 0);
        return result;
    }

    // Only these make a long text of short ones in one step.
    private static double LengthAfter(string name, FluidValue input, FilterArguments arguments) =>
        name switch
        {
            "replace" => (double)input.ToStringValue().Length * (1 + arguments.At(1).ToStringValue().Length),
            "join" when input is ArrayValue list => list.Values.Sum(item =>
                (double)item.ToStringValue().Length + arguments.At(0).ToStringValue().Length
            ),
            _ => 0,
        };

    private static ValueTask<FluidValue> Base64(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        StringValue.Create(Convert.ToBase64String(Encoding.UTF8.GetBytes(input.ToStringValue())));

    private static ValueTask<FluidValue> Keys(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        new ArrayValue(
            TemplateValues.Plain(input) is IDictionary<string, object?> members
                ? [.. members.Keys.Select(key => StringValue.Create(key))]
                : []
        );

    private static ValueTask<FluidValue> Json(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        new StringValue(ValueJson.Write(TemplateValues.Plain(input)), encode: false);
}
