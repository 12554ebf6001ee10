namespace Bernstein.Kubernetes.Tests.Manifests;

public sealed class FileReaderTests
{
    private static string? Remark(byte[] bytes) =>
        FileReader.Read(new MemoryStream(bytes), "x.yaml", isManifest: true).Remarks.SingleOrDefault()?.Message;

    [Test]
    public void What_is_no_text_is_left_out() => Remark([0x61, 0x3A, 0xFF]).ShouldBe("left out: not a text in UTF-8");

    [Test]
    public void What_is_empty_is_left_out() => Remark([]).ShouldBe("left out: empty");

    [Test]
    public void A_byte_order_mark_says_the_encoding() =>
        FileReader
            .Read(
                new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("kind: A\n")]),
                "x.yaml",
                isManifest: true
            )
            .Objects.ShouldHaveSingleItem()
            .Kind.ShouldBe("A");
}
