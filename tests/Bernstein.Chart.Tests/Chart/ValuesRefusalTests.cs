namespace Bernstein.Chart.Tests.Chart;

/// <summary>Mistakes in the values stop Helm with a message that names the key.</summary>
public sealed class ValuesRefusalTests
{
    private static readonly Refusals Contradictions = Refusals.OfTheRequirements(
        typeof(ValuesRefusalTests),
        nameof(Values_that_contradict_each_other_are_refused)
    );

    private static readonly Refusals Forms = Refusals.OfTheRequirements(
        typeof(ValuesRefusalTests),
        nameof(A_text_of_the_wrong_form_is_refused_in_words)
    );

    private static readonly Refusals Schema = Refusals.OfTheSchema(
        typeof(ValuesRefusalTests),
        nameof(A_value_of_the_wrong_name_type_or_range_is_refused)
    );

    /// <summary>The keys of texts that are not one of a few words, in a schema and below it.</summary>
    private static IEnumerable<string> Texts(JsonNode schema, JsonNode? node = null, string path = "")
    {
        node ??= schema;
        if ((string?)node["$ref"] is { } reference)
        {
            node = schema["definitions"]![reference.Split('/')[^1]]!;
        }

        return (node["type"], node["enum"]) switch
        {
            (JsonValue type, null) when type.ToString() == "string" => [path],
            (JsonValue type, _) when type.ToString() == "array" && node["items"]!["type"]?.ToString() == "string" => [path],
            _ => (node["properties"] as JsonObject ?? []).SelectMany(property =>
                Texts(schema, property.Value, $"{path}.{property.Key}".TrimStart('.'))
            ),
        };
    }

    /// <summary>Mistakes across fields: the message is ours, and here to the letter.</summary>
    [TestCase(
        "redis: {ledger: {enabled: true}}",
        "redis.ledger.enabled needs redis.volume.enabled: without a claim, the votes that it reads are lost with the pod"
    )]
    [TestCase(
        "redis: {ledger: {enabled: true}, external: {host: redis.example.org}}",
        "redis.external.host and redis.ledger.enabled are both set: remove one, the ledger reads the file of our own redis"
    )]
    [TestCase(
        "postgres: {existingSecret: held, password: given}",
        "postgres.existingSecret and postgres.password are both set: remove one, the credentials come from a single place"
    )]
    [TestCase(
        "postgres: {existingSecret: held, user: somebody}",
        "postgres.existingSecret and postgres.user are both set: remove one, the credentials come from a single place"
    )]
    [TestCase("postgres: {user: 'a#b'}", "postgres.user holds #, which breaks the address that result makes of it: choose one without")]
    [TestCase("postgres: {user: 'a/b'}", "postgres.user holds /, which breaks the address that result makes of it: choose one without")]
    [TestCase("postgres: {user: 'a:b'}", "postgres.user holds :, which breaks the address that result makes of it: choose one without")]
    [TestCase("postgres: {user: 'a?b'}", "postgres.user holds ?, which breaks the address that result makes of it: choose one without")]
    [TestCase("postgres: {user: 'a\\b'}", "postgres.user holds \\, which breaks the address that result makes of it: choose one without")]
    [TestCase(
        "postgres: {password: 'a#b'}",
        "postgres.password holds #, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {password: 'a/b'}",
        "postgres.password holds /, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {password: 'a?b'}",
        "postgres.password holds ?, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {password: 'a\\b'}",
        "postgres.password holds \\, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {database: 'a#b'}",
        "postgres.database holds #, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {database: 'a%b'}",
        "postgres.database holds %, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {database: 'a?b'}",
        "postgres.database holds ?, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres: {database: 'a\\b'}",
        "postgres.database holds \\, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase("postgres: {user: 'a%4fb'}", "postgres.user holds %4f, which breaks the address that result makes of it: choose one without")]
    [TestCase(
        "postgres: {password: 'a%4fb'}",
        "postgres.password holds %4f, which breaks the address that result makes of it: choose one without"
    )]
    [TestCase(
        "postgres:\n  user: |\n    secret\n",
        "postgres.user holds a line end or another control character: write it in one line (a file made by echo, or a block in YAML, ends with one)"
    )]
    [TestCase(
        "postgres:\n  password: |\n    secret\n",
        "postgres.password holds a line end or another control character: write it in one line (a file made by echo, or a block in YAML, ends with one)"
    )]
    [TestCase(
        "postgres:\n  database: |\n    secret\n",
        "postgres.database holds a line end or another control character: write it in one line (a file made by echo, or a block in YAML, ends with one)"
    )]
    [TestCase(
        "poll: {canary: {image: poll}}",
        "poll.canary.image is \"poll\": it takes an image with a tag or with a whole digest, as redis:5.0; empty for none"
    )]
    [TestCase(
        "redis: {image: redis}",
        "redis.image is \"redis\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    [TestCase(
        "cadvisor: {image: 'cadvisor@sha256:12ab'}",
        "cadvisor.image is \"cadvisor@sha256:12ab\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    [TestCase(
        "redis: {image: 'https://docker.io/redis:5.0'}",
        "redis.image is \"https://docker.io/redis:5.0\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    [TestCase(
        "redis: {volume: {size: '10'}}",
        "redis.volume.size is \"10\": it takes a quantity of Kubernetes, as 1Gi or 500M; a number without a unit is bytes, at least a million"
    )]
    [TestCase(
        "postgres: {volume: {size: 10m}}",
        "postgres.volume.size is \"10m\": it takes a quantity of Kubernetes, as 1Gi or 500M; a number without a unit is bytes, at least a million"
    )]
    [TestCase(
        "poll: {resources: {limits: {cpu: 500}}}",
        "poll.resources.limits.cpu is 500, which Kubernetes takes for so many processors: write 500m"
    )]
    [TestCase("postgres: {volume: {hostPath: /data/../votes}}", "postgres.volume.hostPath is /data/../votes: write the folder without ..")]
    [TestCase(
        "traefik: {image: 'traefik@sha256:1111111111111111111111111111111111111111111111111111111111111111'}",
        "traefik.image is traefik@sha256:1111111111111111111111111111111111111111111111111111111111111111: it needs a tag that begins with the major version (1, 2 or 3), which decides how Traefik is configured; a digest may follow, as in traefik:v3.6@sha256:…"
    )]
    [TestCase(
        "postgres: {password: given, external: {host: db.example.org}, volume: {existingClaim: old}}",
        "postgres.external.host and postgres.volume.existingClaim are both set: remove one, a database outside the cluster keeps the votes itself"
    )]
    [TestCase(
        "postgres: {password: given, external: {host: db.example.org}, volume: {hostPath: /data}}",
        "postgres.external.host and postgres.volume.hostPath are both set: remove one, a database outside the cluster keeps the votes itself"
    )]
    [TestCase(
        "redis: {external: {host: redis.example.org}, volume: {enabled: true}}",
        "redis.external.host and redis.volume.enabled are both set: remove one, a Redis outside the cluster keeps the queue itself"
    )]
    [TestCase(
        "poll: {canary: {image: 'poll:next'}}\ntraefik: {image: 'traefik:v3.6'}",
        "poll.canary.image needs Traefik 1, and traefik.image is traefik:v3.6: later versions give no weights to an Ingress"
    )]
    [TestCase(
        "traefik: {image: 'traefik:v3.6', tls: {nodePort: 30444}}",
        "traefik.tls.nodePort is set and no TLS is: name the certificate in traefik.tls.secretName"
    )]
    [TestCase(
        "postgres: {external: {host: db.example.org}}",
        "postgres.external.host needs the credentials of that database: set postgres.existingSecret, or postgres.user and postgres.password"
    )]
    [TestCase(
        "postgres: {volume: {existingClaim: old, hostPath: /data}}",
        "postgres.volume.existingClaim and postgres.volume.hostPath are both set: remove one, the claim decides where its data are"
    )]
    [TestCase(
        "postgres: {volume: {storageClass: fast, hostPath: /data}}",
        "postgres.volume.storageClass and postgres.volume.hostPath are both set: remove one, a volume made by hand has no class"
    )]
    [TestCase(
        "postgres: {volume: {storageClass: fast, existingClaim: old}}",
        "postgres.volume.storageClass and postgres.volume.existingClaim are both set: remove one, an existing claim has its class already"
    )]
    [TestCase(
        "postgres: {volume: {node: n1}}",
        "postgres.volume.node only pins a folder of a node: set postgres.volume.hostPath too, or use postgres.nodeSelector"
    )]
    [TestCase(
        "poll: {host: votes.example.org}\nresult: {host: votes.example.org}",
        "poll.host and result.host are both votes.example.org: give each page a host of its own"
    )]
    [TestCase(
        "traefik: {service: {httpNodePort: 30042}}",
        "traefik.service.httpNodePort and traefik.service.dashboardNodePort are both 30042: a node's port leads to one place only"
    )]
    [TestCase(
        "traefik: {image: 'traefik:v3.1', tls: {secretName: pages, nodePort: 30021}}",
        "traefik.service.httpNodePort and traefik.tls.nodePort are both 30021: a node's port leads to one place only"
    )]
    [TestCase(
        "traefik: {image: 'traefik:latest'}",
        "traefik.image is traefik:latest: it needs a tag that begins with the major version (1, 2 or 3), which decides how Traefik is configured; a digest may follow, as in traefik:v3.6@sha256:…"
    )]
    [TestCase(
        "traefik: {image: 'traefik:4.0'}",
        "traefik.image is traefik:4.0: it needs a tag that begins with the major version (1, 2 or 3), which decides how Traefik is configured; a digest may follow, as in traefik:v3.6@sha256:…"
    )]
    [TestCase("traefik: {tls: {secretName: pages}}", "traefik.tls.secretName needs Traefik 2 or later, and traefik.image is traefik:1.7")]
    [TestCase(
        "poll: {autoscaling: {enabled: true}}",
        "poll.autoscaling.enabled and poll.spread.rule: required don't go together: instances beyond the number of nodes would stay Pending; set poll.spread.rule: preferred"
    )]
    [TestCase(
        "result: {spread: {rule: none}, autoscaling: {enabled: true, minReplicas: 7}}",
        "result.autoscaling.minReplicas is 7 and result.autoscaling.maxReplicas is 5: the minimum can't be more than the maximum"
    )]
    [TestCase(
        "poll: {spread: {rule: none}, autoscaling: {enabled: true}, resources: {requests: {cpu: null}}}",
        "poll.autoscaling.enabled needs poll.resources.requests.cpu: the target is a percentage of it"
    )]
    [TestCase(
        "worker: {near: redis}",
        "worker.near is no value of this chart: it was removed; to keep two components on one node, set nodeSelector of both"
    )]
    [TestCase(
        "guards: {enabled: true}",
        "guards.enabled needs redis.volume.enabled: without a claim, the votes that wait in redis are lost with its pod"
    )]
    [TestCase(
        "guards: {image: haproxy}",
        "guards.image is \"haproxy\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    [TestCase(
        "podSecurity: openshift",
        "podSecurity is openshift and namespace is default, where OpenShift gives no user ids: set it to a project of your own"
    )]
    [TestCase(
        "podSecurity: openshift",
        "podSecurity is openshift and traefik.namespace is kube-public, where OpenShift gives no user ids: set it to a project of your own"
    )]
    [TestCase(
        "{podSecurity: restricted, postgres: {image: 'postgres:12-alpine'}}",
        "podSecurity is restricted and postgres.image is postgres:12-alpine: only the image of Debian can start as a user that it does not know; take the tag without -alpine"
    )]
    public void Values_that_contradict_each_other_are_refused(string values, string message) =>
        Contradictions.Of(values).ShouldContain(message);

    /// <summary>A text that has not the form it must have: what it takes is said in words, once.</summary>
    [TestCase(
        "poll: {host: 'http://poll.dop.io'}",
        "poll.host is \"http://poll.dop.io\": it takes a host name, as poll.example.org, in lower case and without a scheme or a port"
    )]
    [TestCase(
        "result: {host: ''}",
        "result.host is \"\": it takes a host name, as poll.example.org, in lower case and without a scheme or a port"
    )]
    [TestCase(
        "redis: {external: {host: 'redis://cache'}}",
        "redis.external.host is \"redis://cache\": it takes the name or the address of a host, without a scheme or a port, which is 6379; empty for none"
    )]
    [TestCase(
        "poll: {host: \"a\\nb\"}",
        "poll.host is \"a\\nb\": it takes a host name, as poll.example.org, in lower case and without a scheme or a port"
    )]
    [TestCase("namespace: Default", "namespace is \"Default\": it takes the name of a namespace, of lower-case letters, digits and dashes")]
    [TestCase(
        "traefik: {namespace: ''}",
        "traefik.namespace is \"\": it takes the name of a namespace, of lower-case letters, digits and dashes"
    )]
    [TestCase(
        "traefik: {ingressClass: ''}",
        "traefik.ingressClass is \"\": it takes the name of an Ingress class, of lower-case letters, digits, dashes and dots"
    )]
    [TestCase(
        "postgres: {volume: {storageClass: '-'}}",
        "postgres.volume.storageClass is \"-\": it takes the name of a storage class, of lower-case letters, digits, dashes and dots; empty for the cluster's default"
    )]
    [TestCase(
        "poll: {priorityClassName: High}",
        "poll.priorityClassName is \"High\": it takes the name of a priority class, of lower-case letters, digits, dashes and dots; empty for the cluster's default"
    )]
    [TestCase(
        "redis: {volume: {enabled: true, size: 1GB}}",
        "redis.volume.size is \"1GB\": it takes a quantity of Kubernetes, as 1Gi or 500M; a number without a unit is bytes, at least a million"
    )]
    [TestCase(
        "poll: {resources: {limits: {memory: 128MB}}}",
        "poll.resources.limits.memory is \"128MB\": it takes a quantity of Kubernetes, as 128M"
    )]
    [TestCase(
        "poll: {resources: {limits: {cpu: half}}}",
        "poll.resources.limits.cpu is \"half\": it takes a quantity of Kubernetes, as 500m"
    )]
    [TestCase(
        "postgres: {volume: {hostPath: data}}",
        "postgres.volume.hostPath is \"data\": it takes a folder of a node, from its root on, as /var/lib/postgres; empty for none"
    )]
    [TestCase(
        "global: {imageRegistry: 'https://registry.example.org'}",
        "global.imageRegistry is \"https://registry.example.org\": it takes a registry, as registry.example.org:5000/mirror, without a scheme; empty for each image's own"
    )]
    [TestCase(
        "traefik: {service: {type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.1]}}",
        "traefik.service.loadBalancerSourceRanges is \"192.0.2.1\": it takes ranges of addresses, as 192.0.2.0/24"
    )]
    [TestCase(
        "backup: {enabled: true, schedule: '@daily'}",
        "backup.schedule is \"@daily\": it takes five fields of cron (minute, hour, day, month, weekday), as 17 3 * * *"
    )]
    [TestCase(
        "cadvisor: {image: ''}",
        "cadvisor.image is \"\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    [TestCase(
        "redis: {image: 'Redis:5.0'}",
        "redis.image is \"Redis:5.0\": it takes an image with a tag, as redis:5.0, or with a whole digest (@sha256: and 64 digits), and without a scheme"
    )]
    public void A_text_of_the_wrong_form_is_refused_in_words(string values, string message) => Forms.Of(values).ShouldBe([message]);

    /// <summary>A regular expression in the schema would be all that Helm shows of it.</summary>
    [Test]
    public void The_schema_leaves_the_form_of_texts_to_the_words_of_the_chart()
    {
        File.ReadAllText(Project.In("chart", "bernstein", "values.schema.json")).ShouldNotContain("\"pattern\"");
        var forms = File.ReadAllText(Project.In("chart", "bernstein", "files", "forms.yaml"));
        string[] free = ["postgres.user", "postgres.password", "postgres.database"];
        Texts(JsonNode.Parse(File.ReadAllText(Project.In("chart", "bernstein", "values.schema.json")))!)
            .Except(free)
            .ShouldAllBe(key => Regex.IsMatch(forms, $@"[\[ ]{Regex.Escape(key)}[,\]]"));
    }

    /// <summary>Mistakes in one field: the message is that of Helm's schema validation, and names the key.</summary>
    [TestCase("pol: {}", "pol")]
    [TestCase("poll: {imgae: x}", "imgae")]
    [TestCase("poll: {image: 5.0}", "image")]
    [TestCase("poll: {replicas: two}", "replicas")]
    [TestCase("poll: {replicas: -1}", "replicas")]
    [TestCase("poll: {replicas: 1.5}", "replicas")]
    [TestCase("poll: {spread: {rule: always}}", "rule")]
    [TestCase("poll: {spread: {over: rack}}", "over")]
    [TestCase("poll: {spread: required}", "spread")]
    [TestCase("poll: {resources: {limit: {memory: 128M}}}", "limit")]
    [TestCase("poll: {tolerations: [{key: a, effect: Never}]}", "effect")]
    [TestCase("poll: {tolerations: {key: a}}", "tolerations")]
    [TestCase("poll: {nodeSelector: {disk: 1}}", "disk")]
    [TestCase("poll: {podAnnotations: {note: true}}", "note")]
    [TestCase("poll: {autoscaling: {enabled: 'true'}}", "enabled")]
    [TestCase("poll: {autoscaling: {minReplicas: 0}}", "minReplicas")]
    [TestCase("poll: {disruptionBudget: {minAvailable: 2}}", "minAvailable")]
    [TestCase("poll: {canary: {image: 'poll:next', weight: 100}}", "weight")]
    [TestCase("poll: {canary: {image: 'poll:next', weight: 0}}", "weight")]
    [TestCase("poll: {canary: {enabled: true}}", "enabled")]
    [TestCase("result: {canary: {weight: 10}}", "canary")]
    [TestCase("postgres: {authentication: password}", "authentication")]
    [TestCase("result: {hosts: [a.example.org]}", "hosts")]
    [TestCase("worker: {host: worker.dop.io}", "host")]
    [TestCase("worker: {spread: {rule: required}}", "spread")]
    [TestCase("backup: {keep: 0}", "keep")]
    [TestCase("redis: {replicas: 2}", "replicas")]
    [TestCase("redis: {external: redis.example.org}", "external")]
    [TestCase("postgres: {replicas: 2}", "replicas")]
    [TestCase("postgres: {password: 12345}", "password")]
    [TestCase("postgres: {passwrod: x}", "passwrod")]
    [TestCase("postgres: {user: ''}", "user")]
    [TestCase("postgres: {database: ''}", "database")]
    [TestCase("postgres: {volume: {storageClassName: fast}}", "storageClassName")]
    [TestCase("postgres: {external: {host: db, port: 70000}}", "port")]
    [TestCase("postgres: {external: {host: db, port: '5432'}}", "port")]
    [TestCase("postgres: {external: {host: db, sslMode: maybe}}", "sslMode")]
    [TestCase("traefik: {service: {httpNodePort: 80}}", "httpNodePort")]
    [TestCase("traefik: {service: {httpNodePort: 32768}}", "httpNodePort")]
    [TestCase("traefik: {service: {dashboardNodePort: 29999}}", "dashboardNodePort")]
    [TestCase("traefik: {service: {type: ClusterIP}}", "type")]
    [TestCase("traefik: {dashboard: true}", "dashboard")]
    [TestCase("traefik: {tls: {nodePort: 443}}", "nodePort")]
    [TestCase("cadvisor: {replicas: 1}", "replicas")]
    [TestCase("namespace: 5", "namespace")]
    [TestCase("podSecurity: privileged", "podSecurity")]
    [TestCase("networkPolicy: {enabled: 'true'}", "enabled")]
    [TestCase("traefik: {clusterWide: 1}", "clusterWide")]
    public void A_value_of_the_wrong_name_type_or_range_is_refused(string values, string key) =>
        Schema.Of(values).ShouldContain(mistake => mistake.Contains(key, StringComparison.Ordinal));

    [Test]
    public void The_schema_refuses_before_anything_is_rendered()
    {
        var result = BernsteinChart.TryRender(new ChartOptions { Values = "poll: {imgae: x}" });
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("values don't meet the specifications of the schema");
        result.Error.ShouldContain("imgae");
    }

    [Test]
    public void Every_mistake_across_fields_is_named_at_once() =>
        BernsteinChart
            .TryRender(
                new ChartOptions
                {
                    Values = """
                    imagePullSecrets: [registry]
                    redis:
                      external: {host: 'redis.example.org:6380', port: 6380, password: given}
                      resources: {requests: {memory: 134217728}, limits: {memory: 128}}
                    postgres:
                      settings: {shared_buffers: 64MB}
                      password: given
                      existingSecretKeys: {user: username}
                      external: {host: 'fd00::1', sslMode: verify-ca}
                    poll:
                      resources: {limits: {cpu: 10m, memory: 128m}}
                      annotations: {kubernetes.io/ingress.class: nginx}
                    worker: {resources: {requests: {memory: 128M}, limits: {memory: 122Mi}}}
                    result: {annotations: {traefik.ingress.kubernetes.io/service-weights: one}}
                    traefik: {service: {loadBalancerClass: internal, loadBalancerSourceRanges: [192.0.2.0/24]}}
                    """,
                }
            )
            .Error.Split('\n')
            .Skip(1)
            .Select(line => line.Trim())
            .TakeWhile(line => line.Length > 0)
            .ShouldBe([
                "imagePullSecrets is no value of this chart: it is global.imagePullSecrets",
                "postgres.settings is no value of this chart: it was removed; use ALTER SYSTEM SET in the database",
                "redis.external.password is no value of this chart: the images send none; reach that Redis through a private network",
                "redis.external.port is no value of this chart: the images use port 6379 only",
                "redis.external.host is \"redis.example.org:6380\": it takes the name or the address of a host, without a scheme or a port, which is 6379; empty for none",
                "postgres.external.host is \"fd00::1\": it takes the name or the address of a host, without a scheme or a port, which is postgres.external.port; empty for none",
                "redis.resources.limits.memory is 128, which Kubernetes takes for bytes: write 128M",
                "redis.resources.limits.memory is 128 and redis.resources.requests.memory is 134217728: the limit can't be less than the request",
                "poll.resources.limits.memory is 128m, which Kubernetes takes for bytes: write 128M",
                "poll.resources.limits.cpu is 10m and poll.resources.requests.cpu is 50m: the limit can't be less than the request",
                "poll.resources.limits.memory is 128m and poll.resources.requests.memory is 64M: the limit can't be less than the request",
                "worker.resources.limits.memory is 122Mi and worker.resources.requests.memory is 128M: the limit can't be less than the request",
                "postgres.existingSecretKeys.user is username, a key of a Secret that is not named: set postgres.existingSecret",
                "postgres.external.sslMode is verify-ca, and there is no CA to verify it with: set postgres.external.caSecret to a Secret that has it as ca.crt",
                "poll.annotations holds kubernetes.io/ingress.class, which the chart writes itself: set traefik.ingressClass",
                "result.annotations holds traefik.ingress.kubernetes.io/service-weights, which the chart writes itself: set poll.canary",
                "traefik.service.loadBalancerClass is set and traefik.service.type is NodePort: it needs LoadBalancer",
                "traefik.service.loadBalancerSourceRanges is set and traefik.service.type is NodePort: it needs LoadBalancer",
            ]);

    [TestCase(
        "postgres: {external: {caSecret: ca}}",
        "postgres.external.caSecret is set and postgres.external.host is not: the postgres of the chart has no certificate"
    )]
    [TestCase(
        "postgres: {password: given, external: {host: db.example.org, caSecret: ca}}",
        "postgres.external.caSecret is set and postgres.external.sslMode is prefer, which verifies nothing: set it to verify-full"
    )]
    public void An_authority_that_nothing_is_verified_with_is_refused(string values, string message) =>
        BernsteinChart.TryRender(new ChartOptions { Values = values }).Error.Split('\n').Select(line => line.Trim()).ShouldContain(message);
}
