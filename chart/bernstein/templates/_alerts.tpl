{{/*
The alert rules, for Prometheus; docs/monitoring.md says of each what it means and what to do. A page has a name of its own in each Traefik: by
its host (1, from an Ingress), by our file (1), by namespace and Service (2 and later). Only what the namespaces of the release show counts: another
redis of the cluster must not stand in for ours. Call with $.
*/}}
{{- define "bernstein.monitoring.rules" -}}
{{- if not .Values.redis.external.host }}
- alert: VotesAreNotCounted
  expr: max(redis_key_size{namespace="{{ .Values.namespace }}", key="votes"}) > 0 and (sum(rate(redis_commands_total{namespace="{{ .Values.namespace }}", cmd=~"lpop|blpop"}[2m])) or vector(0)) == 0
  for: 2m
  labels: {severity: critical}
  annotations: {summary: "Votes wait in redis, and the worker takes none", runbook: docs/monitoring.md#votesarenotcounted}
# How many wait, by how many come in a second: for how long the oldest waits.
- alert: VotesWaitLong
  expr: max(redis_key_size{namespace="{{ .Values.namespace }}", key="votes"}) / sum(rate(redis_commands_total{namespace="{{ .Values.namespace }}", cmd="rpush"}[5m])) > 60
  for: 5m
  labels: {severity: warning}
  annotations: {summary: The oldest vote in redis waits for more than a minute, runbook: docs/monitoring.md#voteswaitlong}
- alert: RedisIsDown
  expr: max(redis_up{namespace="{{ .Values.namespace }}"}) == 0 or absent(redis_up{namespace="{{ .Values.namespace }}"})
  for: 2m
  labels: {severity: critical}
  annotations: {summary: "redis does not answer, and no vote is accepted", runbook: docs/monitoring.md#redisisdown}
- alert: RedisIsNearlyFull
  expr: max(redis_memory_used_bytes{namespace="{{ .Values.namespace }}"} / redis_memory_max_bytes{namespace="{{ .Values.namespace }}"}) > 0.8
  for: 5m
  labels: {severity: warning}
  annotations: {summary: The queue takes more than four fifths of what redis may hold, runbook: docs/monitoring.md#redisisnearlyfull}
{{- end }}
{{- if not .Values.postgres.external.host }}
- alert: PostgresIsDown
  expr: max(pg_up{namespace="{{ .Values.namespace }}"}) == 0 or absent(pg_up{namespace="{{ .Values.namespace }}"})
  for: 2m
  labels: {severity: critical}
  annotations: {summary: "postgres does not answer, and no vote is counted", runbook: docs/monitoring.md#postgresisdown}
{{- if .Values.backup.enabled }}
# Two turns of the schedule, and an hour.
- alert: BackupIsTooOld
  expr: max(backups_age{namespace="{{ .Values.namespace }}"}) > 3600 * {{ include "bernstein.backup.patience" . }} or absent(backups_age{namespace="{{ .Values.namespace }}"})
  for: 15m
  labels: {severity: warning}
  annotations: {summary: The newest backup of the votes is too old, runbook: docs/monitoring.md#backupistooold}
{{- end }}
{{- end }}
{{- range $alert := list
  (dict "name" "VotesAreRefused" "page" "poll" "share" "0.01" "severity" "critical" "summary" "More than one in a hundred requests to poll ends with an error")
  (dict "name" "ResultFails" "page" "result" "share" "0.05" "severity" "warning" "summary" "More than one in twenty requests to result ends with an error") }}
- alert: {{ .name }}
  expr: |
    sum({{ include "bernstein.monitoring.requests" (list $ .page `, code=~"5.."`) }})
      / sum({{ include "bernstein.monitoring.requests" (list $ .page "") }}) > {{ .share }}
  for: 2m
  labels: {severity: {{ .severity }}}
  annotations: {summary: {{ .summary }}, runbook: docs/monitoring.md#{{ lower .name }}}
{{- end }}
- alert: TraefikIsMissing
  expr: absent(traefik_config_reloads_total{namespace="{{ .Values.traefik.namespace }}"})
  for: 2m
  labels: {severity: critical}
  annotations: {summary: "No Traefik shows its metrics, and the pages may be away", runbook: docs/monitoring.md#traefikismissing}
- alert: MemoryIsNearItsLimit
  expr: |
    max by (pod, container) ({{ include "bernstein.monitoring.memory" (list $ "container_memory_working_set_bytes") }})
      / (max by (pod, container) ({{ include "bernstein.monitoring.memory" (list $ "container_spec_memory_limit_bytes") }}) > 0) > 0.9
  for: 10m
  labels: {severity: warning}
  annotations: {summary: A container uses more than nine tenths of the memory that it may have, runbook: docs/monitoring.md#memoryisnearitslimit}
{{- if .Values.cadvisor.enabled }}
- alert: CadvisorIsMissing
  expr: up{namespace="{{ .Values.cadvisor.namespace }}", pod=~"cadvisor-.*"} == 0
  for: 5m
  labels: {severity: warning}
  annotations: {summary: cadvisor does not answer on a node, runbook: docs/monitoring.md#cadvisorismissing}
{{- end }}
{{- end }}

{{/* The requests to a page in a second, by Traefik 1 or a later one. Call with (list $ "PAGE" LABELS). */}}
{{- define "bernstein.monitoring.requests" -}}
{{- $root := index . 0 }}
{{- $page := index . 1 }}
{{- $host := regexReplaceAll `\.` (get $root.Values $page).host `\\.` -}}
rate(traefik_backend_requests_total{namespace="{{ $root.Values.traefik.namespace }}", backend=~"{{ $page }}|{{ $host }}/?"{{ index . 2 }}}[5m]) or rate(traefik_service_requests_total{namespace="{{ $root.Values.traefik.namespace }}", service=~"{{ $root.Values.namespace }}-{{ $page }}-.*"{{ index . 2 }}}[5m])
{{- end }}

{{/*
A metric of our containers, as a kubelet names them, or cadvisor by itself. What cadvisor tells has the labels of its own pod beside, from Prometheus,
and is told of every cgroup of the node: so what is called cadvisor there is none of a kubelet's. Call with (list $ METRIC).
*/}}
{{- define "bernstein.monitoring.memory" -}}
{{- $values := (first .).Values }}
{{- $containers := "redis|postgres|poll|worker|watch|ledger|exporter|result|traefik" }}
{{- $namespaces := list $values.namespace $values.traefik.namespace $values.cadvisor.namespace | uniq | join "|" }}
{{- $own := printf `%s{container_label_io_kubernetes_pod_namespace=~"%s", container_label_io_kubernetes_container_name=~"%s|cadvisor"}` (last .) $namespaces $containers }}
{{- range $label := list "container" "pod" }}
{{- $own = printf `label_replace(%s, "%s", "$1", "container_label_io_kubernetes_%s_name", "(.*)")` $own $label $label }}
{{- end -}}
{{ last . }}{namespace=~"{{ $namespaces }}", container=~"{{ $containers }}"} or {{ $own }}
{{- end }}
