namespace Bernstein.Check.Tests.Mends;

/// <summary>What every cluster refuses is named as what it is, with what is asked for instead.</summary>
public sealed class SchemaMendTests
{
    [TestCase(
        "poll.ingress.yaml",
        "number: 80",
        "number: 80\n              name: http",
        "has a number and a name; asked for is one of them"
    )]
    [TestCase(
        "traefik.service.yaml",
        "- name: dashboard\n    port: 8080",
        "- name: http\n    port: 8080",
        "two ports of Service traefik.spec have the name http"
    )]
    [TestCase(
        "traefik.deployment.yaml",
        "- name: dashboard\n",
        "- name: http\n",
        "two ports of template.spec.containers[0] have the name http"
    )]
    [TestCase(
        "postgres.deployment.yaml",
        "persistentVolumeClaim:",
        "emptyDir: {}\n        persistentVolumeClaim:",
        "has persistentVolumeClaim as a second source; asked for is one"
    )]
    [TestCase(
        "traefik.service.yaml",
        "  type: NodePort\n",
        "",
        "has the nodePort 30021 and not the type NodePort; set type: NodePort, or remove nodePort"
    )]
    [TestCase(
        "poll.ingress.yaml",
        "  name: poll\nspec:\n",
        "  name: poll\n  annotations:\n    kubernetes.io/ingress.class: traefik\nspec:\n  ingressClassName: traefik\n",
        "has the annotation kubernetes.io/ingress.class and ingressClassName; asked for is one of them: remove the annotation"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "          valueFrom:",
        "          value: redis\n          valueFrom:",
        "has value and valueFrom; asked for is one of them"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "          valueFrom:\n            configMapKeyRef:\n              name: redis\n              key: REDIS_HOST\n",
        "          valueFrom: {}\n",
        "valueFrom has no source; asked for is one of configMapKeyRef"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "        env:\n",
        "        envFrom:\n        - {}\n        env:\n",
        "envFrom[0] has no source; asked for is one of configMapRef, secretRef"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "          limits:\n",
        "          requests:\n            memory: 256M\n          limits:\n",
        "requests.memory is 256M, above its limit of 128M"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "type: RollingUpdate",
        "type: Recreate",
        "has a rollingUpdate block with the type Recreate; remove the block"
    )]
    [TestCase("cadvisor.daemonset.yaml", "mountPath: /sys", "mountPath: /rootfs", "have the mountPath /rootfs; asked for is each once")]
    [TestCase(
        "poll.deployment.yaml",
        "        env:\n",
        "        livenessProbe:\n          httpGet:\n            port: 80\n          tcpSocket:\n            port: 80\n        env:\n",
        "has httpGet and tcpSocket; asked for is one of them: remove the others"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "        env:\n",
        "        livenessProbe:\n          periodSeconds: 5\n        env:\n",
        "livenessProbe has no handler"
    )]
    [TestCase(
        "poll.deployment.yaml",
        "              matchLabels:\n                app: poll",
        "              matchExpressions:\n              - key: app\n                operator: In",
        "has the operator In and 0 values; asked for is at least one value"
    )]
    [TestCase(
        "cadvisor.daemonset.yaml",
        "control-plane\n        operator: Exists",
        "control-plane\n        operator: Exists\n        value: \"true\"",
        "has a value and the operator Exists; asked for is no value: remove it"
    )]
    [TestCase(
        "postgres.volume.yaml",
        "  hostPath:\n    path: /var/lib/bernstein\n",
        "",
        "has no source; asked for is one, such as hostPath"
    )]
    [TestCase("traefik.rbac.yaml", "- apiGroups:\n  - \"\"\n  resources:", "- resources:", "has no apiGroups; asked for is at least one")]
    [TestCase(
        "poll.service.yaml",
        "targetPort: 80",
        "targetPort: \"80\"",
        "targetPort is the text \"80\"; asked for is a number, or the name of a port"
    )]
    [TestCase("poll.ingress.yaml", "path: /\n", "path: poll\n", "path is \"poll\"; asked for is a path that begins with /")]
    public void What_the_API_refuses_is_told_in_words_of_ours(string file, string from, string to, string message)
    {
        var before = Sample.Reference.With(file, from, to).Assess();
        var verdict = before.Outcomes.Single(outcome => outcome.Requirement.Identifier == "wiring.schema").Verdict;

        verdict.Status.ShouldBe(Status.Fail);
        verdict.Findings.ShouldContain(finding => finding.Message.Contains(message));
        var after = Mending.Mended(before);
        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        // What is left is for a person, and nothing is offered for it.
        Mending.Mended(after).Mends.ShouldBeEmpty();
    }

    [TestCase("poll.deployment.yaml", "replicas: 2", "replicas: 2.0")]
    [TestCase("poll.service.yaml", "port: 80", "port: 8e1")]
    [TestCase("redis.configmap.yaml", "REDIS_HOST: redis\n", "REDIS_HOST: redis\n  template: |\n    {{ .Values.host }}\n---\n")]
    public void What_the_API_takes_is_no_fault(string file, string from, string to) =>
        Sample.Reference.With(file, from, to).Assess().Failures.ShouldBeEmpty();

    [Test]
    public void A_stateful_set_mounts_what_its_claim_templates_make() =>
        Sample
            .Reference.Holding(
                "store.yaml",
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: store}
                spec:
                  serviceName: store
                  selector: {matchLabels: {app: store}}
                  template:
                    metadata: {labels: {app: store}}
                    spec:
                      containers:
                      - name: store
                        image: store:1
                        volumeMounts:
                        - {name: data, mountPath: /data}
                  volumeClaimTemplates:
                  - metadata: {name: data}
                    spec:
                      accessModes: [ReadWriteOnce]
                      resources: {requests: {storage: 1Gi}}

                """
            )
            .Assess()
            .Failures.ShouldBeEmpty();

    [Test]
    public void A_file_beside_the_flat_files_may_hold_braces_and_end_with_a_line_of_dashes() =>
        Sample
            .Reference.Holding("extra.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\ndata:\n  a: \"{{ .b }}\"\n---\n")
            .Assess()
            .Submission.Folder.Remarks.ShouldBeEmpty();
}
