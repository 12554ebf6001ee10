namespace Bernstein.Kubernetes.Tests.Values;

public sealed class CronScheduleTests
{
    [TestCase("*/5 * * * *")]
    [TestCase("0 3 * jan-mar MON,FRI")]
    [TestCase("@daily")]
    [TestCase("CRON_TZ=Europe/Berlin 0 3 * * *")]
    public void Kubernetes_takes_five_fields_or_a_name(string schedule) => CronSchedule.IsValid(schedule).ShouldBeTrue();

    [TestCase("* * * *")]
    [TestCase("60 * * * *")]
    [TestCase("5-1 * * * *")]
    [TestCase("@sometimes")]
    [TestCase("")]
    public void What_it_does_not_take_is_refused(string schedule) => CronSchedule.IsValid(schedule).ShouldBeFalse();
}
