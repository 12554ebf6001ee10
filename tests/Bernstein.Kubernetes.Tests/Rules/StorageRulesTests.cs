using NUnit.Framework;

namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class StorageRulesTests
{
    [TestCase(
        $"{Manifest.PersistentVolume}{{accessModes: [ReadWriteOnce], capacity: {{storage: 1Gi}}}}",
        "PersistentVolume a.spec has no source; asked for is one, such as hostPath",
        "Write hostPath.path: /var/lib/bernstein"
    )]
    [TestCase(
        $"{Manifest.PersistentVolume}{{accessModes: [ReadWriteOnce], capacity: {{storage: 1Gi}}, hostPath: {{path: /b}}, nfs: {{server: c, path: /d}}}}",
        "PersistentVolume a.spec has the sources hostPath and nfs; asked for is one: remove the others",
        "Remove nfs."
    )]
    [TestCase(
        $"{Manifest.PersistentVolume}{{accessModes: [ReadWriteOnce], capacity: {{storage: 0}}, hostPath: {{path: /b}}}}",
        "PersistentVolume a.spec asks for the storage 0; asked for is more than 0",
        null
    )]
    [TestCase(
        $"{Manifest.PersistentVolume}{{accessModes: [ReadWriteOnce], capacity: {{storage: 1Gi}}, local: {{path: /b}}}}",
        "PersistentVolume a.spec is local and has no nodeAffinity, which names its node",
        null
    )]
    [TestCase(
        $"{Manifest.PersistentVolume}{{accessModes: [ReadWriteOnce], capacity: {{storage: 1Gi}}, hostPath: {{path: /b/../c}}}}",
        "spec.hostPath.path is /b/../c; asked for is a path without ..",
        null
    )]
    [TestCase(
        $"{Manifest.PersistentVolumeClaim}{{accessModes: [ReadWriteOnce], resources: {{}}}}",
        "PersistentVolumeClaim a.spec.resources has no requests.storage",
        null
    )]
    [TestCase(
        $"{Manifest.PersistentVolumeClaim}{{accessModes: [ReadWriteOnce, ReadWriteOncePod], resources: {{requests: {{storage: 1Gi}}}}}}",
        "PersistentVolumeClaim a.spec has ReadWriteOncePod with other access modes; asked for is only ReadWriteOncePod",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, volumeMounts: [{{name: d, mountPath: /d, subPath: /e}}]}}], volumes: [{{name: d, emptyDir: {{sizeLimit: -1}}}}]}}",
        "containers[0].volumeMounts[0].subPath is /e; asked for is a path without / at its begin and without ..",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
