{{/* The panels of the dashboard, two a row: title, unit (as Grafana calls it), and what is drawn, by its legend. Call with $. */}}
{{- define "bernstein.monitoring.panels" -}}
{{- $poll := include "bernstein.monitoring.requests" (list $ "poll" "") }}
{{- $result := include "bernstein.monitoring.requests" (list $ "result" "") -}}
- title: Votes a minute
  unit: short
  draws:
    accepted: 60 * sum(rate(redis_commands_total{namespace="{{ .Values.namespace }}", cmd="rpush"}[5m]))
    taken by the worker: 60 * sum(rate(redis_commands_total{namespace="{{ .Values.namespace }}", cmd=~"lpop|blpop"}[5m]))
- title: Counted votes
  unit: short
  draws:
    voters: max(votes_counted{namespace="{{ .Values.namespace }}"})
- title: Votes that wait in redis
  unit: short
  draws:
    waiting: max(redis_key_size{namespace="{{ .Values.namespace }}", key="votes"})
- title: Since when the oldest of them waits
  unit: s
  draws:
    oldest: max(redis_key_size{namespace="{{ .Values.namespace }}", key="votes"}) / sum(rate(redis_commands_total{namespace="{{ .Values.namespace }}", cmd="rpush"}[5m]))
- title: Requests a second
  unit: reqps
  draws:
    poll: sum({{ $poll }})
    result: sum({{ $result }})
- title: Answers that are errors
  unit: percentunit
  draws:
    poll: (sum({{ include "bernstein.monitoring.requests" (list $ "poll" `, code=~"5.."`) }}) or vector(0)) / sum({{ $poll }})
    result: (sum({{ include "bernstein.monitoring.requests" (list $ "result" `, code=~"5.."`) }}) or vector(0)) / sum({{ $result }})
- title: Time until an answer
  unit: s
  draws:
    half of the requests: histogram_quantile(0.5, sum by (le) (rate(traefik_entrypoint_request_duration_seconds_bucket{namespace="{{ .Values.traefik.namespace }}", entrypoint=~"http|web|websecure"}[5m])))
    95 of 100: histogram_quantile(0.95, sum by (le) (rate(traefik_entrypoint_request_duration_seconds_bucket{namespace="{{ .Values.traefik.namespace }}", entrypoint=~"http|web|websecure"}[5m])))
- title: Memory against its limit
  unit: percentunit
  draws:
    {{ `"{{pod}} {{container}}"` }}: max by (pod, container) ({{ include "bernstein.monitoring.memory" (list $ "container_memory_working_set_bytes") }}) / (max by (pod, container) ({{ include "bernstein.monitoring.memory" (list $ "container_spec_memory_limit_bytes") }}) > 0)
{{- if .Values.backup.enabled }}
- title: Age of the newest backup
  unit: s
  draws:
    backup: max(backups_age{namespace="{{ .Values.namespace }}"})
{{- end }}
{{- end }}

{{/* The dashboard, as Grafana reads it. Call with $. */}}
{{- define "bernstein.monitoring.dashboard" -}}
{{- $panels := list }}
{{- range $at, $panel := include "bernstein.monitoring.panels" . | fromYamlArray }}
{{- $targets := list }}
{{- range $legend, $expression := $panel.draws }}
{{- $targets = append $targets (dict "expr" $expression "legendFormat" $legend "refId" (len $targets | add 65 | int | printf "%c")) }}
{{- end }}
{{- $panels = append $panels (dict "id" (add1 $at) "type" "timeseries" "title" $panel.title "targets" $targets
  "datasource" (dict "type" "prometheus" "uid" "${datasource}")
  "gridPos" (dict "h" 8 "w" 12 "x" (mul 12 (mod $at 2)) "y" (mul 8 (div $at 2)))
  "fieldConfig" (dict "defaults" (dict "unit" $panel.unit "min" 0) "overrides" list)) }}
{{- end }}
{{- dict "title" "Bernstein" "uid" "bernstein" "schemaVersion" 39 "refresh" "10s" "time" (dict "from" "now-1h" "to" "now") "panels" $panels
  "templating" (dict "list" (list (dict "name" "datasource" "type" "datasource" "query" "prometheus"))) | toPrettyJson }}
{{- end }}
