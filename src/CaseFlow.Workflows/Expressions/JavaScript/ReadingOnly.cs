using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Whether a script can be seen to leave nothing behind in its engine.</summary>
/// <remarks>
/// It is a list of what is known to be harmless, so that what it does not know takes an engine of its own. Nothing is
/// assigned or declared; natives of the engine are only called, never handed on, since a native that is handed to
/// another (<c>[1].map([].push, Math)</c>) could change a third.
/// </remarks>
internal static class ReadingOnly
{
    private static readonly FrozenSet<string> Natives = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "JSON",
            "Math",
            "Object",
            "Array",
            "String",
            "Number",
            "Boolean",
            "parseInt",
            "parseFloat",
            "isNaN",
            "variables",
        ]
    );

    private static readonly FrozenSet<string> Values = FrozenSet.Create(
        StringComparer.Ordinal,
        ["undefined", "NaN", "Infinity"]
    );

    private static readonly FrozenSet<string> Methods = FrozenSet.Create(
        StringComparer.Ordinal,
        """
        toString toUpperCase toLowerCase trim trimStart trimEnd includes startsWith endsWith indexOf lastIndexOf slice
        substring substr split join concat at charAt charCodeAt padStart padEnd repeat toFixed toISOString getTime
        isArray isInteger isFinite keys values entries parse stringify floor ceil round trunc abs sign sqrt random flat
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
    );

    private static readonly FrozenSet<string> MethodsOfMany = FrozenSet.Create(
        StringComparer.Ordinal,
        ["min", "max", "pow"]
    );

    private static readonly FrozenSet<string> MethodsWithFunction = FrozenSet.Create(
        StringComparer.Ordinal,
        ["map", "filter", "find", "findIndex", "some", "every", "flatMap", "reduce"]
    );

    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(
        StringComparer.Ordinal,
        ["prototype", "constructor", "__proto__"]
    );

    public static bool Holds(Script program, ImmutableArray<string> globals) =>
        globals.All(name => Natives.Contains(name) || Values.Contains(name) || ScriptAccessors.IsCallable(name))
        && program.Body.All(statement =>
            statement switch
            {
                ExpressionStatement expression => Harmless(expression.Expression, globals),
                ReturnStatement { Argument: { } returned } => Harmless(returned, globals),
                _ => false,
            }
        );

    private static bool Harmless(Node? node, ImmutableArray<string> globals)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            null => true,
            RegExpLiteral or BigIntLiteral => false,
            Literal => true,
            Identifier name => Values.Contains(name.Name) || !globals.Contains(name.Name, StringComparer.Ordinal),
            CallExpression call => HarmlessCall(call, globals),
            MemberExpression member => HarmlessMember(member, globals),
            ArrowFunctionExpression { Async: false, Body: Expression body } arrow => arrow.Params.All(parameter =>
                parameter is Identifier
            ) && Harmless(body, globals),
            UnaryExpression { Operator: Operator.TypeOf or Operator.Delete } => false,
            UpdateExpression => false,
            ObjectExpression members => members.Properties.All(member => HarmlessProperty(member, globals)),
            UnaryExpression
            or BinaryExpression
            or ConditionalExpression
            or ArrayExpression
            or SpreadElement
            or TemplateLiteral
            or TemplateElement
            or ChainExpression
            or ParenthesizedExpression => node.ChildNodes.All(child => Harmless(child, globals)),
            _ => false,
        };
    }

    private static bool HarmlessProperty(Node member, ImmutableArray<string> globals) =>
        member is SpreadElement spread
            ? Harmless(spread, globals)
            : member is ObjectProperty { Kind: PropertyKind.Init, Method: false, Computed: false } property
                && property.Key is Identifier { Name: not "__proto__" } or StringLiteral { Value: not "__proto__" }
                && Harmless(property.Value, globals);

    private static bool HarmlessMember(MemberExpression member, ImmutableArray<string> globals) =>
        (
            member.Computed
                ? member.Property is NumericLiteral
                : member.Property is Identifier name && !Hidden.Contains(name.Name)
        ) && (IsNative(member.Object, globals, Natives) || Harmless(member.Object, globals));

    private static bool HarmlessCall(CallExpression call, ImmutableArray<string> globals)
    {
        var known = call.Callee switch
        {
            Identifier name when !call.Optional => globals.Contains(name.Name, StringComparer.Ordinal)
                && (
                    ScriptAccessors.IsCallable(name.Name)
                    || name.Name is "String" or "Number" or "Boolean" or "parseInt" or "parseFloat" or "isNaN"
                ),
            MemberExpression { Computed: false, Property: Identifier method } member => HarmlessMember(member, globals)
                && HarmlessMethod(method.Name, call.Arguments),
            _ => false,
        };

        return known && call.Arguments.All(argument => Harmless(argument, globals));
    }

    private static bool HarmlessMethod(string name, in NodeList<Expression> arguments) =>
        Methods.Contains(name)
            && arguments.Count <= 2
            && !arguments.Any(argument => argument is ArrowFunctionExpression)
        || MethodsOfMany.Contains(name)
        || MethodsWithFunction.Contains(name)
            && arguments.Count is 1 or 2
            && arguments[0] is ArrowFunctionExpression
            && (arguments.Count == 1 || name == "reduce");

    private static bool IsNative(Node node, ImmutableArray<string> globals, FrozenSet<string> natives) =>
        node is Identifier name && natives.Contains(name.Name) && globals.Contains(name.Name, StringComparer.Ordinal);
}
