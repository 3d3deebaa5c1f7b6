using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows;

/// <summary>Cases as workflows see them: as the API shows them.</summary>
internal static class CaseValues
{
    public static object? Of(Case shown, CaseProcess process) =>
        ValueJson.Read(Encoding.UTF8.GetString(CaseView.ToBytes(shown, process)));
}
