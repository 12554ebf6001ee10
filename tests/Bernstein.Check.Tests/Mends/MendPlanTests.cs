namespace Bernstein.Check.Tests.Mends;

public sealed class MendPlanTests
{
    [TestCase("cadvisor.daemonset.yaml", "tolerations", "containers")]
    [TestCase("postgres.deployment.yaml", "env", "volumeMounts")]
    public void Fixes_that_begin_with_the_same_key_are_told_with_one(string file, string key, string next)
    {
        var block = new Regex($"^( +){key}:\n.*?(?=^\\1{next})", RegexOptions.Multiline | RegexOptions.Singleline);
        var before = Sample.Reference.Holding(file, block.Replace(Sample.Reference.Files[file], "")).Assess();
        var plan = new MendPlan(before.Submission.Folder, before.Mends);

        before.Mends.SelectMany(plan.Of).SelectMany(hunk => hunk.Added).Count(line => line.Trim() == $"{key}:").ShouldBe(1);
        MendPath.Faults(before).ShouldBeEmpty();
        Mending.Mended(before).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }
}
