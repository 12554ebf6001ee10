{{/* Whether the cluster knows the kinds of the Prometheus Operator: then monitors say where the metrics are, else annotations. Call with $. */}}
{{- define "bernstein.monitoring.operator" -}}
{{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}true{{ end }}
{{- end }}

{{/*
A file of files/ that has words in capitals for what only the values know: Prometheus and Grafana open it as it is. Only what the namespaces of
the release show counts: another redis of the cluster must not stand in for ours. Call with (list $ "FILE").
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

{{- define "bernstein.monitoring.redis" -}}
- name: exporter
  {{- include "bernstein.container" (list . "redis-exporter") | nindent 2 }}
  env:
  - name: REDIS_ADDR
    value: redis://127.0.0.1:6379
  # The list that the votes wait in.
  - name: REDIS_EXPORTER_CHECK_SINGLE_KEYS
    value: votes
  {{- include "bernstein.monitoring.exporter" 9121 | nindent 2 }}
{{- end }}

{{- define "bernstein.monitoring.postgres" -}}
- name: exporter
  {{- include "bernstein.container" (list . "postgres-exporter") | nindent 2 }}
  env:
  {{- include "bernstein.environment.postgres" . | nindent 2 }}
  - name: DATA_SOURCE_URI
    value: 127.0.0.1:5432/$(POSTGRES_DB)?sslmode=disable
  - name: DATA_SOURCE_USER
    value: $(POSTGRES_USER)
  - name: DATA_SOURCE_PASS
    value: $(POSTGRES_PASSWORD)
  - name: PG_EXPORTER_EXTEND_QUERY_PATH
    value: /etc/queries/queries.yaml
  {{- include "bernstein.monitoring.exporter" 9187 | nindent 2 }}
  volumeMounts:
  - {name: queries, mountPath: /etc/queries, readOnly: true}
{{- end }}

{{/* What both exporters have in common. Not a word on readiness: an exporter must not take the server beside it out of its Service. */}}
{{- define "bernstein.monitoring.exporter" -}}
ports:
- {name: metrics, containerPort: {{ . }}, protocol: TCP}
livenessProbe:
  tcpSocket: {port: metrics}
  initialDelaySeconds: 15
  timeoutSeconds: 5
{{- end }}
