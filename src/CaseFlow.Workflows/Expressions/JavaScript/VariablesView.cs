using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The object <c>variables</c> for scripts that only read: each member is looked up when it is asked for.</summary>
internal sealed class VariablesView : ObjectInstance
{
    public const string Name = "variables";

    private readonly ScriptEngine _script;

    public VariablesView(ScriptEngine script)
        : base(script.Native)
    {
        _script = script;
        Prototype = script.Native.Intrinsics.Object.PrototypeObject;
    }

    public override JsValue Get(JsValue property, JsValue receiver) =>
        property.IsString() && _script.Scope.TryGetVariable(property.ToString(), out var value)
            ? _script.ToScript(value)
            : base.Get(property, receiver);
}
