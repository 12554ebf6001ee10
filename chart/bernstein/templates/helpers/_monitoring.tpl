{{/*
A file of files/ that has words in capitals for what only the values know: Prometheus and Grafana open it as it is. Only what the
namespaces of the release show counts: another redis of the cluster must not stand in for ours. Call with (list $ "FILE").
*/}}
{{- define "bernstein.monitoring.file" -}}
{{- $values := (first .).Values }}
{{- $text := (first .).Files.Get (last .) | trim }}
{{- range $word := list "TRAEFIK" "CADVISOR" }}
{{- $text = replace (print $word "_NAMESPACE") (get $values (lower $word)).namespace $text }}
{{- end }}
{{- range $word := list "POLL" "RESULT" }}
{{- $text = replace (print $word "_HOST") (get $values (lower $word)).host $text }}
{{- end }}
{{- replace "NAMESPACE" $values.namespace $text }}
{{- end }}

{{/* The groups of alerts for what is deployed, from files/alerts. Call with $. */}}
{{- define "bernstein.monitoring.groups" -}}
{{- $database := empty .Values.postgres.external.host }}
{{- $files := dict "redis" (empty .Values.redis.external.host) "postgres" $database "backup" (and $database .Values.backup.enabled)
  "pages" true "cadvisor" .Values.cadvisor.enabled }}
{{- $groups := list }}
{{- range $name, $on := $files }}
{{- if $on }}
{{- $group := include "bernstein.monitoring.file" (list $ (printf "files/alerts/%s.yaml" $name)) }}
{{- $groups = trimPrefix "groups:\n" $group | append $groups }}
{{- end }}
{{- end }}
{{- join "\n" $groups | replace "docs/" (include "bernstein.documents" .) }}
{{- end }}
