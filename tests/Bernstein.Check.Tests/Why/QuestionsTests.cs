namespace Bernstein.Check.Tests.Why;

/// <summary>What asks for a part of a manifest: what fails without it.</summary>
public sealed class QuestionsTests
{
    private const string Worker = "worker.deployment.yaml";
    private const string Pod = "Deployment.spec.template.spec";

    [TestCase(Worker, $"{Pod}.containers[0].image", "worker.image wiring.schema")]
    [TestCase(Worker, $"{Pod}.containers[0].resources.limits.memory", "worker.memory")]
    [TestCase(Worker, $"{Pod}.containers[0].resources", "worker.memory")]
    [TestCase(Worker, "Deployment.spec.template.metadata.labels.app", "wiring.schema wiring.selectors")]
    [TestCase("postgres.secret.yaml", "Secret.metadata.name", "postgres.env.POSTGRES_USER")]
    [TestCase("poll.ingress.yaml", "Ingress.spec.rules[0].host", "poll.route")]
    public void A_part_is_asked_for_by_what_fails_without_it(string file, string path, string expected)
    {
        var part = Part(Sample.Reference, file, path);
        Names(part).Intersect(expected.Split(' ')).ShouldBe(expected.Split(' '));
        (part.IsAsked, part.IsByValue, part.IsFaulty).ShouldBe((true, false, false));
    }

    [TestCase(Worker, "Deployment.spec.replicas", "worker.replicas")]
    [TestCase(Worker, $"{Pod}.restartPolicy", "worker.restart")]
    [TestCase("poll.service.yaml", "Service.spec.ports[0].targetPort", "poll.port")]
    public void A_value_that_means_the_same_as_none_is_asked_for_by_value(string file, string path, string expected)
    {
        var part = Part(Sample.Reference, file, path);
        Names(part).ShouldBe([expected]);
        part.IsByValue.ShouldBeTrue();
    }

    [Test]
    public void Of_a_block_that_nothing_asks_for_nothing_asks_for_a_line_that_the_API_server_does()
    {
        var sample = Sample.Reference.With(
            Worker,
            "        resources:\n",
            "        livenessProbe:\n          tcpSocket: {port: 80}\n        resources:\n"
        );
        var answers = Answers(sample, Worker);
        var parts = answers.Parts.Where(part => part.ToString().Contains("livenessProbe")).ToArray();
        parts.Length.ShouldBe(3);
        parts.ShouldAllBe(part => !part.IsAsked);
        answers.Unasked.ShouldContain(parts[0]);
        answers.Unasked.ShouldNotContain(parts[2]);
    }

    [Test]
    public void What_is_asked_for_and_is_wrong_is_not_without_anybody_who_asks()
    {
        var part = Part(Sample.Reference.With(Worker, "256M", "256Mi"), Worker, $"{Pod}.containers[0].resources.limits.memory");
        (part.By.Count, part.IsFaulty, part.IsAsked).ShouldBe((0, true, true));
    }

    [Test]
    public void What_fails_elsewhere_asks_here_too()
    {
        var sample = Sample.Reference.With("poll.service.yaml", "spec:\n", "spec:\n  colour: red\n").With(Worker, "256M", "256Mi");
        Names(Part(sample, Worker, "Deployment.metadata.name")).ShouldBe(["wiring.schema"]);
        Names(Part(sample, "poll.service.yaml", "Service.spec.ports[0].port")).ShouldContain("wiring.schema");
    }

    [Test]
    public void What_a_merge_key_brings_is_asked_for_where_the_key_stands()
    {
        var sample = Sample
            .Reference.With(Worker, "    matchLabels:\n", "    matchLabels: &labels\n")
            .With(Worker, "      labels:\n        app: worker\n", "      labels:\n        <<: *labels\n        colour: red\n");
        var part = Part(sample, Worker, "Deployment.spec.template.metadata.labels.<<");
        Names(part).ShouldContain("wiring.selectors");
        part.IsValue.ShouldBeTrue();
        Part(sample, Worker, "Deployment.spec.template.metadata.labels.colour").IsAsked.ShouldBeFalse();
    }

    [Test]
    public void An_alias_is_one_value_at_the_line_where_it_stands()
    {
        var sample = Sample
            .Reference.With(Worker, "    matchLabels:\n", "    matchLabels: &labels\n")
            .With(Worker, "      labels:\n        app: worker\n", "      labels: *labels\n");
        var part = Part(sample, Worker, "Deployment.spec.template.metadata.labels");
        Names(part).ShouldContain("wiring.selectors");
        (part.IsValue, part.Part.Line).ShouldBe((true, 13));
    }

    [Test]
    public void Of_a_key_that_is_written_twice_the_last_one_is_there_and_the_mistake_stays()
    {
        var sample = Sample.Reference.With(Worker, "  replicas: 1\n", "  replicas: 3\n  replicas: 1\n");
        var part = Part(sample, Worker, "Deployment.spec.replicas");
        part.Part.Line.ShouldBe(8);
        Names(part).ShouldBe(["worker.replicas"]);
        Names(Part(sample, Worker, "Deployment.metadata.name")).ShouldBe(["wiring.schema"]);
    }

    [Test]
    public void An_object_in_a_list_is_asked_about_as_any_other()
    {
        const string file = "redis.service.yaml";
        var text = Sample.Reference.Files[file].TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal);
        var sample = Sample.Reference.Holding(file, $"apiVersion: v1\nkind: List\nitems:\n- {text}\n");
        Names(Part(sample, file, "Service.spec.ports[0].port")).ShouldContain("redis.port");
    }

    [TestCase("kind: ClusterRole\n  name: cluster-admin")]
    [TestCase("kind: ClusterRole\n  name: nobody")]
    public void A_role_that_is_not_among_the_files_is_asked_about_too(string role)
    {
        const string file = "traefik.rbac.yaml";
        var text = Sample.Reference.Files[file].Replace("kind: ClusterRole\n  name: traefik", role);
        var documents = text.Split("---\n").Where(document => !document.Contains("kind: ClusterRole\nmetadata", StringComparison.Ordinal));
        var sample = Sample.Reference.Holding(file, string.Join("---\n", documents));
        Answers(sample, file).Objects.Count.ShouldBe(2);
        Part(sample, file, "ClusterRoleBinding.roleRef.name").IsAsked.ShouldBeTrue();
    }

    [Test]
    public void Asking_changes_nothing_of_what_was_judged()
    {
        var before = Sample.Reference.Assess();
        var folder = before.Submission.Folder;
        new Questions(before, Judge).Of(folder.File(Worker)!);
        Judge(folder).Passed.ShouldBe(Catalogue.All.Count);
    }

    [TestCaseSource(typeof(Requirements.AssessmentTests), nameof(Requirements.AssessmentTests.Submissions))]
    public void Every_value_of_what_students_write_has_an_answer(string name)
    {
        var before = Requirements.AssessmentTests.Assess(name);
        var own = FlatFiles.Read(Project.In("tests", "Bernstein.Check.Tests", "Submissions", name)).Files.Select(file => file.Path);
        foreach (var file in before.Submission.Folder.Files.Where(file => own.Contains(file.Path)))
        {
            var answers = new Questions(before, Judge).Of(file);
            answers.Objects.Count.ShouldBe(file.Objects.Count);
            answers.Parts.ShouldAllBe(part => part.IsAsked || part.By.Count == 0);
            answers.Parts.ShouldContain(part => part.IsAsked);
        }
    }

    private static AskedPart Part(Sample sample, string file, string path) =>
        Answers(sample, file).Parts.Single(part => part.ToString() == path);

    private static FileAnswers Answers(Sample sample, string file)
    {
        var before = sample.Assess();
        return new Questions(before, Judge).Of(before.Submission.Folder.File(file)!);
    }

    private static IEnumerable<string> Names(AskedPart part) => part.By.Select(requirement => requirement.Identifier);

    private static Assessment Judge(ManifestFolder folder) => Assessment.Of(new Submission(folder, new Version(1, 22)));
}
