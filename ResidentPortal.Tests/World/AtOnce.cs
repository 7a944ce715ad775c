using Xunit.v3;

// A third collection beside the two cores: tests wait for browsers, hosts and clocks more than they reckon.
[assembly: Parallelization(MaxThreads = 3)]
