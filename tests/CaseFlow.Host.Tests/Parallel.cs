// Most of these tests wait for a host of their own, for a server or for a kill; two at once would leave the machine idle.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
