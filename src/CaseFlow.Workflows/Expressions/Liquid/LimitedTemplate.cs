using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>Puts a look at the limits into each loop and each range of a template.</summary>
internal sealed class LimitedTemplate : AstRewriter
{
    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        var rewritten = (ForStatement)base.VisitForStatement(forStatement);
        return new ForStatement(
            [new Look(), .. rewritten.Statements],
            rewritten.Identifier,
            rewritten.Source,
            rewritten.Limit,
            rewritten.Offset,
            rewritten.Reversed,
            rewritten.Else
        );
    }

    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement)
    {
        var rewritten = (TableRowStatement)base.VisitTableRowStatement(tableRowStatement);
        return new TableRowStatement(
            [new Look(), .. rewritten.Statements],
            rewritten.Identifier,
            rewritten.Source,
            rewritten.Limit,
            rewritten.Offset,
            rewritten.Cols
        );
    }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) =>
        new LimitedRange((RangeExpression)base.VisitRangeExpression(rangeExpression));

    private sealed class Look : Statement
    {
        public override ValueTask<Completion> WriteToAsync(
            TextWriter writer,
            TextEncoder encoder,
            TemplateContext context
        )
        {
            RenderLimit.Of(context).Step();
            return Normal();
        }
    }

    private sealed class LimitedRange(RangeExpression range) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
            var longest = RenderLimit.Of(context).Limits.ListLength;

            return to - from < longest && Math.Abs(from) < int.MaxValue && Math.Abs(to) < int.MaxValue
                ? await range.EvaluateAsync(context)
                : throw new ExpressionFailed($"The range ({from}..{to}) has more than {longest} numbers.");
        }
    }
}
