namespace Bernstein.Kubernetes.Tests.Types;

public sealed class ApiRulesTests
{
    private static Scalar Written(string text) => Scalar.Plain(new Location("", 1), text);

    [TestCase("PodSpec.restartPolicy", "Sometimes", "one of Always, OnFailure, Never")]
    [TestCase("ContainerPort.containerPort", "70000", "a whole number from 1 to 65535")]
    [TestCase("DeploymentSpec.replicas", "-1", "a whole number from 0 to 2147483647")]
    [TestCase("ObjectMeta.other", "99999999999", "a whole number of 32 bits")]
    [TestCase("DaemonSetSpec.minReadySeconds", "-1", "a whole number from 0 to 2147483647")]
    [TestCase("PodSpec.terminationGracePeriodSeconds", "99999999999", null)]
    [TestCase("NetworkPolicyPort.protocol", "", "one of TCP, UDP, SCTP")]
    [TestCase("ContainerPort.protocol", "", null)]
    [TestCase("PodSpec.restartPolicy", "Never", null)]
    public void A_field_is_asked_for_what_its_type_does_not_say(string field, string value, string? expected) =>
        ApiRules.WhatIsAsked(field, Written(value)).ShouldBe(expected);

    [TestCase("Service", "a.b", false)]
    [TestCase("Service", "a-b", true)]
    [TestCase("ConfigMap", "a.b", true)]
    [TestCase("CronJob", "a123456789012345678901234567890123456789012345678901234", false)]
    [TestCase("Role", "system:a", true)]
    public void The_name_of_each_kind_has_its_form(string kind, string name, bool expected) =>
        ApiRules.IsName(kind, name).ShouldBe(expected);
}
