using System.Globalization;
using Fluid;
using Fluid.Values;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>Renders templates within their limits.</summary>
internal sealed class TemplateRenderer
{
    // The parser calls itself for each block in a block, and its stack is the thread's.
    private const int MostTags = 500;

    private const int LongestTemplate = 100_000;

    private readonly FluidParser _parser = new(new FluidParserOptions { AllowFunctions = false });
    private readonly ScriptLimits _limits;
    private readonly TemplateOptions _options;
    private readonly PreparedCache<IFluidTemplate> _prepared;

    public TemplateRenderer(ScriptLimits limits)
    {
        _limits = limits;
        _prepared = new PreparedCache<IFluidTemplate>(limits.Prepared, Prepare);
        _options = new TemplateOptions
        {
            MaxSteps = limits.Statements,
            MaxRecursion = limits.Recursion,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            ModelNamesComparer = StringComparer.Ordinal,
            StrictFilters = true,
        };
        TemplateFilters.AddTo(_options.Filters);
    }

    public string Render(string template, IExpressionScope scope)
    {
        var prepared = _prepared.Get(template);
        try
        {
            using var text = new BoundedText(_limits.TextLength);
            prepared.RenderAsync(text, NullEncoder.Default, Context(scope)).AsTask().GetAwaiter().GetResult();
            return text.ToString();
        }
        // Whatever a template makes Fluid do, it is the template that failed and not the host.
        catch (Exception failure) when (failure is not ExpressionFailed)
        {
            throw new ExpressionFailed($"The template failed: {failure.Message}", failure);
        }
    }

    /// <summary>What is wrong with the template; <see langword="null"/> for nothing.</summary>
    public string? Check(string template)
    {
        try
        {
            _prepared.Get(template);
            return null;
        }
        catch (ExpressionFailed broken)
        {
            return broken.Message;
        }
    }

    private IFluidTemplate Prepare(string template)
    {
        if (template.Length > LongestTemplate || template.AsSpan().Count("{%") > MostTags)
        {
            throw new ExpressionFailed($"The template is longer than {LongestTemplate} characters or {MostTags} tags.");
        }

        return _parser.TryParse(template, out var read, out var error)
            ? new LimitedTemplate().VisitTemplate(read)
            : throw new ExpressionFailed($"The template cannot be read: {error}");
    }

    private TemplateContext Context(IExpressionScope scope)
    {
        var context = new TemplateContext(_options)
        {
            Now = () => scope.Now,
            Undefined = name =>
                throw new ExpressionFailed(
                    $"'{name}' is nothing that a template knows. Known: {string.Join(", ", TemplateRoots.WithMembers.Keys.Concat(TemplateRoots.Simple.Keys).Order(StringComparer.Ordinal))}."
                ),
        };
        var limit = new RenderLimit(_limits);
        limit.Guard(context);
        context.Captured = (_, value, _) => Measured(limit, value);
        context.Assigned = (_, value, _) => Measured(limit, value);
        foreach (var (name, read) in TemplateRoots.Simple)
        {
            context.SetValue(name, TemplateValues.ToTemplate(read(scope)));
        }

        foreach (var (name, find) in TemplateRoots.WithMembers)
        {
            context.SetValue(name, new ScopeValue(member => find(scope, member)));
        }

        return context;
    }

    private static ValueTask<FluidValue> Measured(RenderLimit limit, FluidValue value)
    {
        limit.Step();
        limit.Text(value.Type == FluidValues.String ? value.ToStringValue().Length : 0);
        return ValueTask.FromResult(value);
    }
}
