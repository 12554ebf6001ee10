using System.Collections.Concurrent;

namespace Bernstein.Kubernetes.Manifests;

/// <summary>What was found out about something that does not change, for whoever asks again: each subject is looked into once.</summary>
public sealed class Memo
{
    // Asked by one thread nearly always, about a few subjects.
    private readonly ConcurrentDictionary<string, object> _known = new(concurrencyLevel: 1, capacity: 3);

    /// <summary>The answer to a question, which is found out once: the same subject has the same answer whoever asks.</summary>
    public T Of<T>(string subject, Func<T> find)
        where T : notnull => (T)_known.GetOrAdd(subject, _ => find());
}
