namespace Bernstein.Check.Tests.Mends;

/// <summary>Slips that hand-ins had, each with the mend that it should get: by one mend it is whole, or a person is told what is wrong.</summary>
public sealed class CaseTests
{
    private const string Sources = """
              - secretRef:
                  name: postgres
              - configMapRef:
                  name: postgres
        """;

    private const string Backup = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: backup
        OF-CLAIM
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests: {storage: 1Gi}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: backup
        OF-JOB
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - name: backup
                image: postgres:12
                envFrom:
                - secretRef:
                    name: postgres
                volumeMounts: [{name: backup, mountPath: /backup}]
              volumes:
              - name: backup
                persistentVolumeClaim: {claimName: backup}

        """;

    private static readonly Sample ByEnvFrom = Sample.Reference.Holding("postgres.deployment.yaml", WithEnvFrom(Sources));

    [Test]
    public void A_name_beside_its_reference_is_indented()
    {
        var assessment = ByEnvFrom
            .With("postgres.deployment.yaml", "- configMapRef:\n            name: postgres", "- configMapRef:\n          name: postgres")
            .Assess();

        var mend = assessment.Causes.ShouldHaveSingleItem().Mend;
        mend.Sentence.ShouldBe("Indent name further: below configMapRef.");
        After(assessment)["postgres.deployment.yaml"].ShouldBe(ByEnvFrom.Files["postgres.deployment.yaml"]);
    }

    [TestCase("Secret", "postgres.secret.yaml")]
    [TestCase("ConfigMap", "postgres.configmap.yaml")]
    public void A_name_with_capitals_is_mended_at_both_ends(string kind, string file)
    {
        var spoilt = Sample.Reference.With(file, "name: postgres", "name: appDb");
        var reference = kind == "Secret" ? "secretKeyRef" : "configMapKeyRef";
        spoilt = new[] { "postgres.deployment", "worker.deployment", "result.deployment", "votes-table.job" }.Aggregate(
            spoilt,
            (sample, name) =>
                sample.With($"{name}.yaml", $"{reference}:\n              name: postgres", $"{reference}:\n              name: appDb")
        );

        var before = spoilt.Assess();
        before.Causes.ShouldHaveSingleItem();
        var after = Mending.Mended(before);
        after.Failures.Select(Mending.Shown).ShouldBeEmpty();
        after.Submission.Folder.OfKind(kind).Select(found => found.Name).ShouldContain("appdb");
    }

    [TestCase("postgres.deployment.yaml", " ? wrong", "is not YAML from line")]
    [TestCase("poll.service.yaml", "\twrong: tab", "is not YAML from line")]
    public void A_file_that_is_not_yaml_is_not_judged_and_that_is_said(string file, string line, string words)
    {
        var assessment = Sample.Reference.Holding(file, Sample.Reference.Files[file] + line + "\n").Assess();

        assessment.Failures.Select(failure => failure.Requirement.Identifier).ShouldBe(["wiring.schema"]);
        assessment.Mends.ShouldAllBe(mend => mend.Edits.Count == 0);
        assessment.Mends.ShouldHaveSingleItem().Sentence.ShouldStartWith("Correct line ");
        assessment
            .Outcomes.Where(outcome => outcome.Verdict.Status == Status.NotJudged)
            .Select(outcome => outcome.Verdict.Findings[0].Message)
            .ShouldContain(message => message.StartsWith($"{file} {words}", StringComparison.Ordinal));
    }

    [Test]
    public void An_account_of_cadvisor_is_written_into_the_file_of_cadvisor()
    {
        var spoilt = Sample.Reference.With(
            "cadvisor.daemonset.yaml",
            "      containers:",
            "      serviceAccountName: cadvisor\n      containers:"
        );
        var assessment = spoilt.Assess();

        assessment.Mends.ShouldHaveSingleItem().Sentence.ShouldBe("Add the ServiceAccount cadvisor to cadvisor.daemonset.yaml.");
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [Test]
    public void A_workload_in_the_file_of_another_one_is_said_as_that()
    {
        var assessment = Sample.Reference.Holding("redis.deployment.yaml", Sample.Reference.Files["result.deployment.yaml"]).Assess();

        assessment
            .Failures.Where(failure => failure.Requirement.Group == "redis")
            .SelectMany(failure => failure.Verdict.Findings)
            .ShouldAllBe(finding => finding.Message == "redis.deployment.yaml holds Deployment result, which is the Deployment of result");
        assessment
            .Mends.ShouldHaveSingleItem()
            .Sentence.ShouldBe("Put the Deployment of redis into redis.deployment.yaml, in the place of Deployment result.");
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [TestCase("redis.service.yaml", "postgres.service.yaml", "Service postgres")]
    [TestCase("poll.ingress.yaml", "result.ingress.yaml", "Ingress result")]
    public void A_copy_of_the_file_of_another_component_is_said_as_that(string file, string of, string copy)
    {
        var before = Sample.Reference.Holding(file, Sample.Reference.Files[of]).Assess();
        var messages = before.Failures.SelectMany(failure => failure.Verdict.Findings).Select(finding => finding.Message);
        messages.Distinct().ShouldBe([$"{file} holds {copy}, which belongs into {of}"]);
        After(before)[file].ShouldBe(Sample.Reference.Files[file]);
    }

    [Test]
    public void Two_workloads_that_exchanged_their_files_exchange_their_names()
    {
        var files = Sample.Reference.Files;
        var assessment = Sample
            .Reference.Holding("redis.deployment.yaml", files["postgres.deployment.yaml"])
            .Holding("postgres.deployment.yaml", files["redis.deployment.yaml"])
            .Assess();

        var after = After(assessment);
        (after["redis.deployment.yaml"], after["postgres.deployment.yaml"]).ShouldBe(
            (files["redis.deployment.yaml"], files["postgres.deployment.yaml"])
        );
    }

    [TestCase("redis.deployment.yaml", "Deployment redis")]
    [TestCase("redis.service.yaml", "Service redis")]
    public void An_object_in_two_files_is_said_as_that(string file, string named)
    {
        var copy = file.Replace('.', '-').Replace("-yaml", ".yaml", StringComparison.Ordinal);
        var assessment = Sample.Reference.Holding(copy, Sample.Reference.Files[file]).Assess();

        assessment.Failed.ShouldBe(0);
        assessment.Submission.Arrangement.Hints.ShouldBe([
            $"{named} is there twice, in {copy} and in {file}: keep one; kubectl uses the last that it reads",
        ]);
    }

    [Test]
    public void A_kind_of_a_foreign_group_is_unknown_and_no_typing_error()
    {
        var assessment = Sample
            .Reference.Holding("knative.yaml", "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\n")
            .Assess();

        var finding = assessment.Failures.Single().Verdict.Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("Service of serving.knative.dev/v1 is no kind that Kubernetes has by itself");
        finding.Mend.ShouldBeNull();
    }

    [Test]
    public void A_group_that_is_nearly_one_of_kubernetes_is_corrected() =>
        Mended("poll.ingress.yaml", "networking.k8s.io/v1", "networking.k8s.oi/v1").ShouldBe("Write apiVersion: networking.k8s.io/v1");

    [Test]
    public void An_empty_file_of_rights_is_filled_in_one_round()
    {
        var assessment = Sample.Reference.Holding("traefik.rbac.yaml", "").Assess();

        Mending.Mended(assessment).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    public void A_folder_for_each_component_is_moved_and_not_doubled()
    {
        var files = Sample.Reference.Files;
        var moved = files.Keys.Aggregate(
            Sample.Reference,
            (sample, name) => sample.Without(name).Holding($"{name.Split('.')[0]}/{string.Join('.', name.Split('.')[1..])}", files[name])
        );
        var assessment = moved.Assess();

        assessment.Mends.SelectMany(mend => mend.Edits).ShouldAllBe(edit => edit.Kind == EditKind.Move);
        var after = Mending.Mended(assessment);
        after.Failed.ShouldBe(0);
        after.Submission.Folder.Files.Count.ShouldBe(files.Count);
    }

    [Test]
    public void Everything_in_one_file_is_divided_and_not_doubled()
    {
        var all = string.Join("---\n", Sample.Reference.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));
        var sample = Sample
            .Reference.Files.Keys.Aggregate(Sample.Reference, (sample, name) => sample.Without(name))
            .Holding("all.yaml", all);
        var after = Mending.Mended(sample.Assess());

        after.Failed.ShouldBe(0);
        after.Submission.Folder.Objects.Count.ShouldBe(Sample.Reference.Assess().Submission.Folder.Objects.Count);
    }

    [Test]
    public void The_finding_of_the_cookie_names_the_annotation_that_its_mend_writes() =>
        Sample
            .Reference.With("traefik.deployment.yaml", "traefik:1.7", "traefik:v2.10")
            .With("result.service.yaml", "traefik.ingress.kubernetes.io/affinity", "other")
            .Judge("wiring.sticky")
            .Findings[0]
            .Message.ShouldContain("or traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1, which traefik.image asks for)");

    [Test]
    public void Of_an_absent_config_map_and_an_absent_secret_the_secret_gives_the_user() =>
        ByEnvFrom
            .With("postgres.deployment.yaml", "- secretRef:\n            name: postgres", "- secretRef:\n            name: nothing")
            .With("postgres.deployment.yaml", "- configMapRef:\n            name: postgres", "- configMapRef:\n            name: absent")
            .Judge("postgres.env.POSTGRES_USER")
            .Findings[0]
            .Message.ShouldStartWith("POSTGRES_USER is taken from the Secret nothing");

    [Test]
    public void A_config_map_that_holds_every_key_is_the_one_that_is_meant() =>
        ByEnvFrom
            .With("postgres.deployment.yaml", "- configMapRef:\n            name: postgres", "- configMapRef:\n            name: settings")
            .Assess()
            .Mends.ShouldHaveSingleItem()
            .Sentence.ShouldBe("Name the ConfigMap that is there: postgres.");

    [Test]
    public void A_config_map_that_is_named_as_a_secret_is_named_as_a_config_map() =>
        Mended(
                "poll.deployment.yaml",
                "        env:\n        - name: REDIS_HOST\n          valueFrom:\n            configMapKeyRef:\n              name: redis\n              key: REDIS_HOST\n",
                "        envFrom:\n        - secretRef:\n            name: redis\n"
            )
            .ShouldBe("Write configMapRef for secretRef: redis is a ConfigMap.");

    [Test]
    public void Two_objects_without_a_line_between_them_get_the_line()
    {
        var file = Sample.Reference.Files["postgres.volume.yaml"];
        var assessment = Sample.Reference.Holding("postgres.volume.yaml", file.Replace("---\n", "", StringComparison.Ordinal)).Assess();

        assessment.Mends.ShouldHaveSingleItem().Edits.ShouldHaveSingleItem().Kind.ShouldBe(EditKind.Separate);
        After(assessment)["postgres.volume.yaml"].ShouldBe(file);
    }

    [Test]
    public void Many_objects_without_lines_between_them_get_them_all_at_once()
    {
        var all = string.Concat(Sample.Reference.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));
        var sample = Sample
            .Reference.Files.Keys.Aggregate(Sample.Reference, (sample, name) => sample.Without(name))
            .Holding("all.yaml", all.Replace("---\n", "", StringComparison.Ordinal));

        Mending.Mended(Mending.Mended(sample.Assess())).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCase("worker.deployment.yaml", "  name: worker\n  namespace: default", "  name: worker\n  namespace: elsewhere")]
    [TestCase("postgres.secret.yaml", "name: postgres", "name: POSTGRES")]
    public void A_workload_in_the_wrong_namespace_moves_and_nothing_is_written_for_it(string file, string from, string to)
    {
        var after = Mending.Mended(
            Sample
                .Reference.With("worker.deployment.yaml", "  namespace: default", "  namespace: defaultx")
                .With(file, from.Replace("default", "defaultx", StringComparison.Ordinal), to)
                .Assess()
        );
        after.Failures.Select(Mending.Shown).ShouldBeEmpty();
        after.Submission.Folder.OfKind("Secret").Count().ShouldBe(1);
    }

    [TestCase("  namespace: elsewhere", "", "In backup.yaml, set metadata.namespace: default.")]
    [TestCase("", "  namespace: elsewhere", "In backup.yaml, set metadata.namespace: default.")]
    public void Of_two_objects_of_no_component_the_one_that_others_need_less_moves(string ofClaim, string ofJob, string sentence)
    {
        var assessment = Sample
            .Reference.Holding(
                "backup.yaml",
                Backup.Replace("OF-CLAIM", ofClaim, StringComparison.Ordinal).Replace("OF-JOB", ofJob, StringComparison.Ordinal)
            )
            .Assess();

        assessment.Mends.ShouldHaveSingleItem().Sentence.ShouldBe(sentence);
        Mending.Mended(assessment).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCase("RoleBinding")]
    [TestCase("ClusterRoleBinding")]
    public void A_subject_of_the_wrong_namespace_names_that_of_the_account(string kind)
    {
        var binding = Sample
            .Hardened.Files["traefik.rbac.yaml"]
            .Split("---\n")
            .First(text => text.Contains("kind: RoleBinding", StringComparison.Ordinal));
        var spoilt = binding
            .Replace("kind: RoleBinding", $"kind: {kind}", StringComparison.Ordinal)
            .Replace(
                "name: traefik\n  namespace: default",
                kind == "RoleBinding" ? "name: more\n  namespace: default" : "name: more",
                StringComparison.Ordinal
            )
            .Replace("namespace: kube-public", "namespace: elsewhere", StringComparison.Ordinal)
            .Replace("kind: Role\n", "kind: ClusterRole\n", StringComparison.Ordinal);
        var before = Sample.Reference.Holding("more.yaml", spoilt).Assess();
        before.Mends.ShouldHaveSingleItem().Sentence.ShouldBe("Name the namespace of the ServiceAccount: kube-public.");
        Mending.Mended(before).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    public void A_budget_that_finds_no_pod_finds_those_of_its_name_and_none_is_written_beside_it()
    {
        var before = Sample.Hardened.With("poll.disruptionBudget.yaml", "app: poll", "app: pol").AssessProduction();
        before.Mends.ShouldHaveSingleItem().Sentence.ShouldBe("Let PodDisruptionBudget poll select the pods of Deployment poll.");
        Mending.Mended(before).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCase("redis.configmap.yaml", "metadata:\n  name: redis", "redis")]
    [TestCase("backup.cronjob.yaml", "metadata:\n  name: backup\n  namespace: default\nspec:\n  accessModes", "backups")]
    public void An_object_without_a_name_gets_that_by_which_another_asks_for_it(string file, string named, string name)
    {
        var nameless = named.Replace("  name: ", "  labels:\n    app: ", StringComparison.Ordinal);
        var asking = Sample.Hardened.With("backup.cronjob.yaml", "claimName: backup", "claimName: backups");
        var before = (file[0] == 'b' ? asking : Sample.Hardened).With(file, named, nameless).Assess();
        Mending.Made(before.Submission.Folder, before.Mends).File(file)!.Text.ShouldContain($"\n  name: {name}\n");
        Mending
            .Mended(before)
            .Submission.Folder.Objects.Count.ShouldBe(Mending.Mended(Sample.Hardened.Assess()).Submission.Folder.Objects.Count);
    }

    [TestCase("redis.configmap.yaml", "poll.env.REDIS_HOST")]
    [TestCase("postgres.secret.yaml", "worker.env.POSTGRES_USER")]
    [TestCase("postgres.configmap.yaml", "result.env.POSTGRES_HOST")]
    [TestCase("postgres.volume.yaml", "wiring.references")]
    [TestCase("traefik.rbac.yaml", "wiring.references")]
    public void Of_several_files_that_can_not_be_read_the_one_is_named_that_holds_what_is_missing(string file, string requirement)
    {
        var broken = new[] { "cadvisor.daemonset.yaml", "poll.service.yaml", file, "worker.ingress.yaml" };
        var sample = broken.Aggregate(Sample.Reference, (sample, name) => sample.Holding(name, "a: [\n"));
        sample.Judge(requirement).Findings.ShouldHaveSingleItem().Message.ShouldStartWith($"{file} is not YAML from line 2 on");
    }

    [TestCase("result.ingress.yaml", "port:\n              number: 80\n", "port: 80\n", "Lead to the Service result, port 80.")]
    [TestCase(
        "result.ingress.yaml",
        "service:\n            name: result\n            port:\n              number: 80\n",
        "service: {name: result, port: \"80\"}\n",
        "Lead to the Service result, port 80."
    )]
    [TestCase(
        "postgres.deployment.yaml",
        "persistentVolumeClaim:\n          claimName: postgres",
        "persistentVolumeClaim: postgres",
        "Write claimName: postgres below persistentVolumeClaim."
    )]
    [TestCase(
        "poll.deployment.yaml",
        "        env:\n        - name: REDIS_HOST\n          valueFrom:\n            configMapKeyRef:\n              name: redis\n              key: REDIS_HOST\n",
        "        envFrom:\n        - configMapRef: redis\n",
        "Write name: redis below configMapRef."
    )]
    public void A_value_that_stands_for_the_field_that_is_always_in_it_is_written_below_that(
        string file,
        string from,
        string to,
        string sentence
    )
    {
        var spoilt = Sample.Reference.With(file, from, to).Assess();
        spoilt.Mends.Select(mend => mend.Sentence).ShouldContain(sentence);
        After(spoilt).ShouldNotBeEmpty();
    }

    [TestCase("ReadWriteOnce", "ReadWriteMany")]
    [TestCase("ReadWriteMany", "ReadWriteOnce")]
    [TestCase("ReadWriteOnce", "ReadOnlyMany")]
    [TestCase("ReadOnlyMany", "ReadWriteOnce")]
    [TestCase("ReadWriteOnce", "ReadWriteOnce\n  - ReadWriteMany")]
    public void Of_a_volume_and_its_claim_the_one_is_fixed_that_does_not_say_that_one_postgres_writes(string offered, string asked)
    {
        var (mode, file) = ("  accessModes:\n  - ReadWriteOnce\n", Sample.Reference.Files["postgres.volume.yaml"]);
        var claim = file.LastIndexOf(mode, StringComparison.Ordinal);
        var spoilt = string.Concat(
            file[..claim].Replace("ReadWriteOnce", offered, StringComparison.Ordinal),
            file[claim..].Replace("ReadWriteOnce", asked, StringComparison.Ordinal)
        );
        After(Sample.Reference.Holding("postgres.volume.yaml", spoilt).Assess())["postgres.volume.yaml"].ShouldBe(file);
    }

    [TestCase("bGVvbmFyZA", "bGVvbmFyZA==")]
    [TestCase("bGVvbmFyZA=", "bGVvbmFyZA==")]
    [TestCase("\"bGVv bmFyZA==\"", "bGVvbmFyZA==")]
    [TestCase("leonard!", "bGVvbmFyZCE=")]
    [TestCase("secret", "c2VjcmV0")]
    public void Base64_that_lost_its_end_is_not_encoded_again(string value, string meant)
    {
        var spoilt = Sample.Reference.With("postgres.secret.yaml", "bGVvbmFyZA==", value);
        After(spoilt.Assess())["postgres.secret.yaml"].Replace("\"", "", StringComparison.Ordinal).ShouldContain($": {meant}\n");
    }

    [Test]
    public void Files_that_lie_too_deep_are_moved_together()
    {
        var files = Sample.Reference.Files;
        var deep = new Sample(files.ToDictionary(file => $"k8s/{file.Key}", file => file.Value), null).Assess();
        deep.Mends.ShouldHaveSingleItem()
            .Sentence.ShouldBe($"Move the {FlatFiles.Names.Count} flat files of k8s/ to the top of the folder.");
        Mending.Mended(deep).Failed.ShouldBe(0);

        new Sample(
            new Dictionary<string, string>(files.Where(file => file.Key[..5] != "redis"))
            {
                ["k8s/redis-service.yaml"] = files["redis.service.yaml"],
            },
            null
        )
            .Assess()
            .Mends.Select(mend => mend.Sentence)
            .ShouldContain("Move k8s/redis-service.yaml to redis.service.yaml.");
    }

    [TestCase("topologyKey: kubernetes.io/hostname", "topologyKey: zone")]
    [TestCase(
        "labelSelector:\n              matchLabels:\n                app: poll",
        "labelSelector:\n              matchLabels:\n                app: pol"
    )]
    [TestCase("- topologyKey: kubernetes.io/hostname\n", "- topologyKey: kubernetes.io/hostname\n            namespaces: [other]\n")]
    [TestCase(
        "              matchLabels:\n                app: poll\n      containers",
        "            matchLabels:\n              app: poll\n      containers"
    )]
    public void Of_a_rule_for_spreading_only_what_is_wrong_changes(string from, string to)
    {
        var spoilt = Sample.Reference.With("poll.deployment.yaml", from, to).Assess();
        After(spoilt)["poll.deployment.yaml"].ShouldBe(Sample.Reference.Files["poll.deployment.yaml"]);
    }

    [TestCase("cadvisor.daemonset.yaml", "tolerations", 1)]
    [TestCase("postgres.deployment.yaml", "env", 1)]
    public void Fixes_that_begin_with_the_same_key_are_told_with_one(string file, string key, int times)
    {
        var text = Sample.Reference.Files[file];
        var begin = text.IndexOf($"{key}:\n", StringComparison.Ordinal);
        var left = text[..begin].LastIndexOf('\n') + 1;
        var end =
            text.IndexOf($"\n{text[left..begin]}{(key == "env" ? "volumeMounts" : "containers")}", begin, StringComparison.Ordinal) + 1;
        var before = Sample.Reference.Holding(file, text[..left] + text[end..]).Assess();
        var plan = new MendPlan(before.Submission.Folder, before.Mends);
        before.Mends.SelectMany(plan.Of).SelectMany(hunk => hunk.Added).Count(line => line.Trim() == $"{key}:").ShouldBe(times);
        MendPath.Faults(before.Submission.Folder).ShouldBeEmpty();
        Mending.Mended(before).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCase(
        "postgres.deployment.yaml",
        "  strategy:\n    type: Recreate\n",
        "          subPath: data\n",
        "      volumes:\n      - name: data\n        persistentVolumeClaim:\n          claimName: postgres\n",
        "      containers:\n"
    )]
    public void Two_fixes_behind_the_last_line_give_one_file_done_by_hand(
        string file,
        string first,
        string second,
        string moved,
        string before
    )
    {
        var spoilt = Sample
            .Reference.With(file, first, "")
            .With(file, second, "")
            .With(file, moved, "")
            .With(file, before, moved + before)
            .Assess();
        spoilt.Failed.ShouldBe(2);
        MendPath.Faults(spoilt.Submission.Folder).ShouldBeEmpty();
        Mending.Mended(spoilt).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    [NeedsUnix("links")]
    public void A_file_that_can_not_be_opened_is_not_judged_and_none_is_written_for_it()
    {
        using var place = new TemporaryFolder();
        foreach (var (name, text) in Sample.Reference.Without("poll.service.yaml").Files)
        {
            place.Write(name, text);
        }

        File.CreateSymbolicLink(place.In("poll.service.yaml"), "nowhere");
        var assessment = Assessment.Of(new Submission(FlatFiles.Read(place.Path)));
        assessment.Failures.Select(failure => failure.Requirement.Identifier).ShouldBe(["wiring.schema"]);
        var mend = assessment.Mends.ShouldHaveSingleItem();
        (mend.Sentence, mend.Edits.Count).ShouldBe(("Put a file that can be read in the place of poll.service.yaml, or take it out.", 0));
    }

    [Test]
    public void A_missing_file_of_rights_is_written_in_one_round() =>
        Mending.Mended(Sample.Reference.Without("traefik.rbac.yaml").Assess()).Failures.Select(Mending.Shown).ShouldBeEmpty();

    [Test]
    public void In_a_file_that_is_no_yaml_further_down_two_objects_are_divided_by_a_person()
    {
        var spoilt = Sample.Reference.With("postgres.volume.yaml", "---\n", "").Files["postgres.volume.yaml"] + "---\na: [\n";
        var before = Sample.Reference.Holding("postgres.volume.yaml", spoilt).Assess();
        before
            .Mends.Select(mend => mend.Sentence)
            .ShouldContain(sentence => sentence.StartsWith("Write a line --- before line ", StringComparison.Ordinal));
        MendPath.Faults(before.Submission.Folder).ShouldBeEmpty();
    }

    [Test]
    public void An_account_that_two_namespaces_ask_for_is_written_into_the_second_too()
    {
        var asking = Sample.Reference.With(
            "cadvisor.daemonset.yaml",
            "      automountServiceAccountToken: false\n",
            "      serviceAccountName: traefik\n      automountServiceAccountToken: false\n"
        );
        asking.Assess().Failed.ShouldBe(1);
        Mending.Mended(asking.Assess()).Failures.Select(Mending.Shown).ShouldBeEmpty();
        MendPath.Faults(asking.Files).ShouldBeEmpty();
    }

    [Test]
    public void What_is_written_already_is_no_fix()
    {
        var spoilt = Sample.Reference.With("result.service.yaml", "port: 80\n", "port: 7\n").Holding("result.deployment.yaml", "a: [\n");
        MendPath.Faults(spoilt.Files).ShouldBeEmpty();
    }

    [TestCase("apps/v1", "spec: {template: {}}", "Deployment")]
    [TestCase("v1", "spec: {ports: [{port: 1}]}", "Service")]
    [TestCase("v1", "data: {a: b}", "ConfigMap")]
    [TestCase("v1", "type: Opaque", "Secret")]
    [TestCase("v1", "spec: {accessModes: []}", "PersistentVolumeClaim")]
    [TestCase("networking.k8s.io/v1", "spec: {rules: []}", "Ingress")]
    [TestCase("rbac.authorization.k8s.io/v1", "rules: []", "ClusterRole")]
    [TestCase("rbac.authorization.k8s.io/v1", "metadata: {name: a, namespace: b}\nrules: []", "Role")]
    [TestCase("gateway.networking.k8s.io/v1", "spec: {rules: []}", null)]
    [TestCase("v1", "metadata: {name: b}", null)]
    public void A_kind_that_there_is_not_is_told_by_the_fields_of_the_object(string version, string fields, string? kind) =>
        Sample
            .Reference.Holding("things.yaml", $"apiVersion: {version}\nkind: Thingummy\nmetadata: {{name: a}}\n{fields}\n")
            .Assess()
            .Mends.SelectMany(mend => mend.Edits)
            .Where(edit => edit.Path == "kind")
            .Select(edit => edit.Value)
            .ShouldBe(kind is null ? [] : [kind]);

    [Test]
    public void Every_fault_of_a_claim_and_both_ports_of_traefik_are_fixed_at_once()
    {
        var spoilt = Sample
            .Reference.With("postgres.volume.yaml", "  storageClassName: manual\n  capacity", "  storageClassName: fast\n  capacity")
            .With("postgres.volume.yaml", "storage: 1Gi\n  accessModes:", "storage: 1Mi\n  accessModes:")
            .With("traefik.deployment.yaml", "containerPort: 80\n", "containerPort: 8000\n")
            .With("traefik.deployment.yaml", "containerPort: 8080", "containerPort: 9000")
            .With("traefik.service.yaml", "port: 80\n", "port: 8000\n")
            .With(
                "traefik.service.yaml",
                "    port: 8080\n    targetPort: dashboard\n    nodePort: 30042",
                "    port: 9000\n    targetPort: 9000"
            );

        Mending.Mended(spoilt.Assess()).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    public void Two_services_that_find_the_pods_of_each_other_find_their_own_at_once()
    {
        var spoilt = new[] { "redis", "postgres" }.Aggregate(
            Sample.Reference,
            (sample, name) =>
                sample
                    .With($"{name}.deployment.yaml", $"app: {name}", "feature: databases")
                    .With($"{name}.service.yaml", $"app: {name}", "feature: databases")
        );
        Mending.Mended(spoilt.Assess()).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCase("poll.deployment.yaml", "        app: poll\n    spec", "      app: poll\n    spec", "Indent app further: below labels.")]
    [TestCase("poll.deployment.yaml", "      app: poll\n  template", "    app: poll\n  template", "Indent app further: below matchLabels.")]
    [TestCase("poll.deployment.yaml", "            memory: 128M", "          memory: 128M", "Indent memory further: below limits.")]
    [TestCase("redis.service.yaml", "    app: redis", "  app: redis", "Indent app further: below selector.")]
    [TestCase("redis.configmap.yaml", "  REDIS_HOST", "REDIS_HOST", "Indent REDIS_HOST further: below data.")]
    public void What_stands_beside_the_name_of_free_keys_is_indented(string file, string from, string to, string sentence)
    {
        var assessment = Sample.Reference.With(file, from, to).Assess();
        assessment.Mends.Select(mend => mend.Sentence).ShouldContain(sentence);
        After(assessment)[file].ShouldBe(Sample.Reference.Files[file]);
    }

    [TestCase("Poll", "Write name: poll")]
    [TestCase("poll_page", "Write name: poll-page")]
    public void A_container_gets_a_valid_name(string name, string sentence) =>
        Mended("poll.deployment.yaml", "- name: poll\n", $"- name: {name}\n").ShouldBe(sentence);

    [Test]
    public void A_host_and_its_paths_in_two_rules_become_one()
    {
        var spoilt = Sample.Reference.With("poll.ingress.yaml", "    http:\n", "  - http:\n");
        After(spoilt.Assess())["poll.ingress.yaml"].ShouldBe(Sample.Reference.Files["poll.ingress.yaml"]);
    }

    [Test]
    public void A_node_port_out_of_range_has_one_mend_under_both_requirements()
    {
        var cause = Sample.Reference.With("traefik.service.yaml", "nodePort: 30021", "nodePort: 80").Assess().Causes.ShouldHaveSingleItem();

        cause.Requirements.Select(requirement => requirement.Identifier).ShouldBe(["traefik.node-port.http", "wiring.schema"]);
        Mended("redis.service.yaml", "  ports:\n  - port: 6379\n", "  type: NodePort\n  ports:\n  - port: 6379\n    nodePort: 6379\n")
            .ShouldBe("Remove the node port: the cluster chooses one.");
    }

    [TestCase("yes", "no", false)]
    [TestCase("true", "false", false)]
    [TestCase("on", "on", true)]
    public void A_boolean_is_what_yaml_makes_of_it(string privileged, string escalation, bool isTaken) =>
        Sample
            .Reference.With(
                "poll.deployment.yaml",
                "      - name: poll\n",
                $"      - name: poll\n        securityContext:\n          privileged: {privileged}\n          allowPrivilegeEscalation: {escalation}\n"
            )
            .Judge("wiring.schema")
            .Status.ShouldBe(isTaken ? Status.Pass : Status.Fail);

    [Test]
    public void An_optional_reference_is_one_however_it_is_written() =>
        Sample
            .Reference.With(
                "poll.deployment.yaml",
                "      - name: poll\n",
                "      - name: poll\n        envFrom:\n        - secretRef:\n            name: nowhere\n            optional: on\n"
            )
            .Assess()
            .Failures.Select(Mending.Shown)
            .ShouldBeEmpty();

    private static string Mended(string file, string from, string to)
    {
        var assessment = Sample.Reference.With(file, from, to).Assess();
        Mending.Mended(assessment).Failures.Select(Mending.Shown).ShouldBeEmpty();
        return assessment.Mends.ShouldHaveSingleItem().Sentence;
    }

    private static Dictionary<string, string> After(Assessment assessment)
    {
        var after = Mending.Mended(assessment);
        after.Failures.Select(Mending.Shown).ShouldBeEmpty();
        return after.Submission.Folder.Files.ToDictionary(file => file.Path, file => file.Text);
    }

    private static string WithEnvFrom(string sources)
    {
        var lines = Sample.Reference.Files["postgres.deployment.yaml"].Split('\n').ToList();
        var (begin, end) = (
            lines.IndexOf("        env:"),
            lines.FindIndex(line => line.StartsWith("        volumeMounts:", StringComparison.Ordinal))
        );
        lines.RemoveRange(begin, end - begin);
        lines.InsertRange(begin, ["        envFrom:", .. sources.Split('\n').Select(line => "  " + line)]);
        return string.Join('\n', lines);
    }
}
