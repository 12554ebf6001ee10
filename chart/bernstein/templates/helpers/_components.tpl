{{/*
Fills $.Components, the table of everything that runs, which every list of this chart reads. values/all.yaml calls this, before all else.
  on         whether it is deployed: each such row is a pod with its own name
  namespace  its own, if not that of the release, which is $.Namespace
  of         the component whose scheduling, annotations and resources it has, if not its own
  sidecarOf  the component of a sidecar
  memory     its own limit, for a sidecar or an exporter; of all else it has what its component has
  image      if it is not the image of the component
  user       its user id with podSecurity restricted
  port, open, metrics       the port of its Service, those that are open to all, that for Prometheus
  aliases                   the names that lead to HAProxy
  sql, tmp, token, guarded  it connects to postgres, its image writes to /tmp, it asks the API server, it has an HAProxy sidecar
  takesOver                 the redis that runs has no claim: its votes are for the claim of this one
Next to it: $.Instance, the name of the release as YAML, and $.Rendered, the templates that pods have a checksum of.
*/}}
{{- define "bernstein.components" }}
{{- $queue := empty .Values.redis.external.host }}
{{- $database := empty .Values.postgres.external.host }}
{{- $guarded := and .Values.guards.enabled $database }}
{{- $watched := .Values.monitoring.enabled }}
{{- $canary := .Values.poll.canary.image }}
{{- $names := ternary "postgres, redis" "postgres" $queue }}
{{- $tools := .Values.postgres.image }}
{{- $tls := ternary 443 "" (ne .Values.traefik.tls.secretName "") }}
{{- $open := list 80 $tls (ternary 8080 "" .Values.traefik.dashboard.enabled) | compact }}
{{- $runs := lookup "apps/v1" "Deployment" .Values.namespace "redis" }}
{{- $claim := dig "spec" "template" "spec" "volumes" list $runs | toJson | contains "persistentVolumeClaim" }}
{{- $haproxy := ternary (dict "port" 8404 "name" "haproxy") dict $guarded }}
{{- $_ := set . "Components" (dict
  "redis" (dict "on" $queue "user" 999 "port" 6379
    "takesOver" (and $queue .Values.redis.volume.enabled (gt (dig "status" "readyReplicas" 0 $runs | int) 0) (not $claim)))
  "postgres" (dict "on" $database "user" 999 "port" (ternary 5432 .Values.postgres.external.port $database))
  "poll" (dict "on" true "user" 10001 "port" 80 "tmp" true)
  "poll-canary" (dict "on" (ne $canary "") "of" "poll" "image" $canary "user" 10001 "port" 80 "tmp" true)
  "worker" (dict "on" true "user" 10001 "tmp" true "sql" true "aliases" $names "guarded" $guarded "metrics" $haproxy)
  "result" (dict "on" true "user" 10001 "port" 80 "tmp" true "sql" true "aliases" "postgres" "guarded" $guarded "metrics" $haproxy)
  "traefik" (dict "on" true "namespace" (toYaml .Values.traefik.namespace) "user" 65532 "port" 80 "open" $open "token" true
    "metrics" (dict "port" 8080 "name" "dashboard"))
  "cadvisor" (dict "on" .Values.cadvisor.enabled "namespace" (toYaml .Values.cadvisor.namespace) "port" 8080
    "metrics" (dict "port" 8080 "name" "http"))
  "votes-table" (dict "on" true "of" "worker" "image" $tools "user" 999 "sql" true)
  "backup" (dict "on" .Values.backup.enabled "of" "worker" "image" $tools "user" 999 "sql" true)
  "test" (dict "on" true "of" "worker" "image" $tools "user" 999 "sql" true)
  "ledger" (dict "sidecarOf" "redis" "image" $tools "user" 999 "memory" "128Mi" "sql" true)
  "redis-exporter" (dict "on" (and $watched $queue) "of" "redis" "image" .Values.monitoring.redisExporter.image "user" 65534
    "memory" "64Mi" "metrics" (dict "port" 9121 "name" "metrics"))
  "postgres-exporter" (dict "on" (and $watched $database) "of" "postgres" "image" .Values.monitoring.postgresExporter.image "user" 65534
    "memory" "64Mi" "metrics" (dict "port" 9187 "name" "metrics"))
  "worker-haproxy" (dict "sidecarOf" "worker" "image" .Values.guards.image "user" 99 "memory" "64Mi")
  "result-haproxy" (dict "sidecarOf" "result" "image" .Values.guards.image "user" 99 "memory" "64Mi")) }}
{{- $_ := set . "Rendered" dict }}
{{- $_ := set . "Instance" (toYaml .Release.Name) }}
{{- $_ := set . "Namespace" (toYaml .Values.namespace) }}
{{- end }}

{{/* What selects the pods of a component. It never changes, because a selector is immutable. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.selector" -}}
{app.kubernetes.io/name: {{ last . }}, app.kubernetes.io/instance: {{ (first .).Instance }}}
{{- end }}

{{/* The labels of an object. The flat files have none, because nothing selects by them. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.labels" }}
{{- if not (first .).Values.flatFiles }}
  labels: {{ include "bernstein.selector" . | trimSuffix "}" }}, app.kubernetes.io/part-of: bernstein}
{{- end }}
{{- end }}

{{/* Namespace and labels of an object. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.metadata" }}
  namespace: {{ dig (last .) "namespace" (first .).Namespace (first .).Components }}
  {{- include "bernstein.labels" . }}
{{- end }}
