using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>A root of a template, such as <c>Variables</c>: each member is looked up when it is asked for.</summary>
internal sealed class ScopeValue(Func<string, object?> find) : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => this;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        ValueTask.CompletedTask;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) =>
        TemplateValues.ToTemplate(find(name));

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) =>
        TemplateValues.ToTemplate(find(index.ToStringValue()));
}
