namespace CaseFlow.Benchmarks;

/// <summary>Where figures go, each as soon as it is known.</summary>
internal interface IReport
{
    void Add(string measurement, Figure figure);

    void End();
}
