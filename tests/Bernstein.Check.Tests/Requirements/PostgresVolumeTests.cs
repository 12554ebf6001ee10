namespace Bernstein.Check.Tests.Requirements;

public sealed class PostgresVolumeTests
{
    [TestCase("mountPath: /var/lib/postgresql/data", "", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql/data/", "", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql", "/var/lib/postgresql/votes", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql", "", Status.Fail)]
    [TestCase("mountPath: /var/lib/postgresql", "/srv/votes", Status.Fail)]
    [TestCase("mountPath: /var/lib/postgresql/database", "", Status.Fail)]
    public void A_volume_is_mounted_at_the_data_directory_or_above_it(string mount, string directory, Status expected)
    {
        var sample = Sample.Reference.With("postgres.deployment.yaml", "mountPath: /var/lib/postgresql/data", mount);
        (
            directory.Length == 0
                ? sample
                : sample.With(
                    "postgres.deployment.yaml",
                    "        env:\n",
                    $"        env:\n        - name: PGDATA\n          value: {directory}\n"
                )
        )
            .Judge("postgres.volume")
            .Status.ShouldBe(expected);
    }

    [TestCase("persistentVolumeClaim:\n          claimName: postgres", "emptyDir: {}")]
    [TestCase("- name: data\n        persistent", "- name: disk\n        persistent")]
    public void A_volume_is_a_claim(string from, string to) =>
        Sample.Reference.With("postgres.deployment.yaml", from, to).Judge("postgres.volume").Status.ShouldBe(Status.Fail);

    [Test]
    public void A_folder_without_cluster_scoped_objects_is_not_judged_on_their_scope() =>
        Sample
            .Reference.Without("traefik.rbac.yaml")
            .Without("postgres.volume.yaml")
            .Judge("wiring.scope")
            .Status.ShouldBe(Status.NotJudged);

    [TestCase("          subPath: data\n", "          subPath: votes\n", Status.Pass)]
    [TestCase("          subPath: data\n", "", Status.Fail)]
    [TestCase("          subPath: data\n", "          subPath: \"\"\n", Status.Fail)]
    public void A_fresh_disk_is_not_the_data_directory_itself(string from, string to, Status expected) =>
        Sample.Reference.With("postgres.deployment.yaml", from, to).Judge("wiring.data-directory").Status.ShouldBe(expected);

    [TestCase("/var/lib/postgresql/data/votes", Status.Pass)]
    [TestCase("/var/lib/postgresql/data", Status.Fail)]
    public void A_data_directory_below_the_mount_is_as_good_as_a_sub_path(string directory, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "          subPath: data\n", "")
            .With("postgres.deployment.yaml", "        env:\n", $"        env:\n        - name: PGDATA\n          value: {directory}\n")
            .Judge("wiring.data-directory")
            .Status.ShouldBe(expected);
}
