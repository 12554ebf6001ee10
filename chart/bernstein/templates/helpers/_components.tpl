{{/*
The table of everything that runs; every list of this chart reads it.
  on         whether it is deployed: each such row is a pod with its own name
  of         the component whose scheduling, annotations and resources it has, if not its own
  sidecarOf  the component of a sidecar
  memory     its own limit, for a sidecar or an exporter; of all else it has what its component has
  image      if it is not the image of the component
  user       its user id with podSecurity restricted
  port, metrics, aliases   the port of its Service, the port for Prometheus, the names that lead to HAProxy
  sql, tmp, guarded        it connects to postgres, its image writes to /tmp, it has an HAProxy sidecar
*/}}
{{- define "bernstein.components" -}}
{{- with .Values }}
{{- $ours := empty .postgres.external.host }}
{{- $guarded := and .guards.enabled $ours }}
{{- $watched := .monitoring.enabled }}
{{- $canary := .poll.canary.image }}
{{- $aliases := ternary "postgres, redis" "postgres" (empty .redis.external.host) }}
{{- $haproxy := ternary `"guarded": true, "metrics": {"port": 8404, "name": "haproxy"}` `"guarded": false` $guarded -}}
{
"redis": {"on": {{ empty .redis.external.host }}, "user": 999, "port": 6379},
"postgres": {"on": {{ $ours }}, "user": 999, "port": 5432},
"poll": {"on": true, "user": 10001, "port": 80, "tmp": true},
"poll-canary": {"on": {{ ne $canary "" }}, "of": "poll", "image": {{ toJson $canary }}, "user": 10001, "port": 80, "tmp": true},
"worker": {"on": true, "user": 10001, "tmp": true, "sql": true, "aliases": "{{ $aliases }}", {{ $haproxy }}},
"result": {"on": true, "user": 10001, "port": 80, "tmp": true, "sql": true, "aliases": "postgres", {{ $haproxy }}},
"traefik": {"on": true, "user": 65532, "port": 80, "token": true, "metrics": {"port": 8080, "name": "dashboard"}},
"cadvisor": {"on": {{ .cadvisor.enabled }}, "port": 8080, "metrics": {"port": 8080, "name": "http"}},
"votes-table": {"on": true, "of": "worker", "image": {{ toJson .postgres.image }}, "user": 999, "sql": true},
"backup": {"on": {{ .backup.enabled }}, "of": "worker", "image": {{ toJson .postgres.image }}, "user": 999, "sql": true},
"test": {"on": true, "of": "worker", "image": {{ toJson .postgres.image }}, "user": 999, "sql": true},
"ledger": {"sidecarOf": "redis", "image": {{ toJson .postgres.image }}, "user": 999, "memory": "128Mi", "sql": true},
"redis-exporter": {"on": {{ and $watched (empty .redis.external.host) }}, "of": "redis",
 "image": {{ toJson .monitoring.redisExporter.image }}, "user": 65534, "memory": "64Mi", "metrics": {"port": 9121, "name": "metrics"}},
"postgres-exporter": {"on": {{ and $watched $ours }}, "of": "postgres",
 "image": {{ toJson .monitoring.postgresExporter.image }}, "user": 65534, "memory": "64Mi", "metrics": {"port": 9187, "name": "metrics"}},
"worker-haproxy": {"sidecarOf": "worker", "image": {{ toJson .guards.image }}, "user": 99, "memory": "64Mi"},
"result-haproxy": {"sidecarOf": "result", "image": {{ toJson .guards.image }}, "user": 99, "memory": "64Mi"}
}
{{- end }}
{{- end }}

{{/* What selects the pods of a component. It never changes, because a selector is immutable. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.selector" -}}
{app.kubernetes.io/name: {{ last . }}, app.kubernetes.io/instance: {{ toYaml (first .).Release.Name }}}
{{- end }}

{{/* The labels of an object. The flat files have none, because nothing selects by them. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.labels" }}
{{- if not (first .).Values.flatFiles }}
  labels: {{ include "bernstein.selector" . | trimSuffix "}" }}, app.kubernetes.io/part-of: bernstein}
{{- end }}
{{- end }}

{{/* The namespace of a component: its own, or that of the release. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.namespace" -}}
{{- $values := (first .).Values }}
{{- (get $values (last .) | default dict).namespace | default $values.namespace | toYaml }}
{{- end }}
