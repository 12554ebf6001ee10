namespace Bernstein.Documents.Measured;

/// <summary>What one fault cost in one run. Times are in seconds.</summary>
/// <param name="Run">When the run began.</param>
/// <param name="Kubernetes">The version of the cluster, and how many nodes pods may run on.</param>
/// <param name="Load">How many processors other programs kept busy: endless loops of the tests, or whatever else ran.</param>
/// <param name="Fault">What happened.</param>
/// <param name="Votes">How many votes were accepted.</param>
/// <param name="Lost">How many of these are not in the table.</param>
/// <param name="Overtaken">How many of the lost ones have an earlier vote of the same voter in their place.</param>
/// <param name="NotAccepted">How many others were answered with an error, or not at all.</param>
/// <param name="WithoutAcceptance">The longest time in which no vote was accepted.</param>
/// <param name="NotOpened">How often the page of the result did not open.</param>
/// <param name="BadRequests">How often a reader was answered 400.</param>
/// <param name="WithoutCount">The longest time in which a reader saw no fresh count.</param>
/// <param name="WithoutCounting">The longest time in which a reader saw no vote counted.</param>
/// <param name="SinceReady">How long votes were not counted after what was lost was replaced and ready; null where that is not asked.</param>
/// <param name="Values">The files of values that the release took beside those of the tests; empty for none.</param>
internal sealed record FaultRow(
    DateTime Run,
    string Kubernetes,
    int Load,
    string Fault,
    int Votes,
    int Lost,
    int Overtaken,
    int NotAccepted,
    double WithoutAcceptance,
    int NotOpened,
    int BadRequests,
    double WithoutCount,
    double WithoutCounting,
    double? SinceReady,
    string Values
)
{
    /// <summary>Whether anything ran beside.</summary>
    internal bool IsBusy => Load > 0;
}
