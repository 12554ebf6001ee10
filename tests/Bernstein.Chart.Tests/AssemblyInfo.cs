[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

// Most tests wait for a process: more of them than there are processors keep the processors busy.
[assembly: LevelOfParallelism(6)]
