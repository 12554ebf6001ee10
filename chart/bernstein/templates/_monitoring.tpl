{{/*
Where Prometheus finds the metrics of a component's pods: port by number for annotations, by name for a PodMonitor. Nothing for a component
without. Call with (list $ "COMPONENT").
*/}}
{{- define "bernstein.monitoring.port" -}}
{{- if (first .).Values.monitoring.enabled }}
{{- get (dict "redis" "9121 metrics" "postgres" "9187 metrics" "traefik" "8080 dashboard" "cadvisor" "8080 http") (last .) }}
{{- end }}
{{- end }}

{{/* Whether the cluster knows the kinds of the Prometheus Operator: then monitors say where the metrics are, else annotations. Call with $. */}}
{{- define "bernstein.monitoring.operator" -}}
{{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}true{{ end }}
{{- end }}

{{- define "bernstein.monitoring.annotations" -}}
{{- with include "bernstein.monitoring.port" . }}
{{- if not (include "bernstein.monitoring.operator" (first $)) }}
prometheus.io/scrape: "true"
prometheus.io/port: {{ splitList " " . | first | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "bernstein.monitoring.redis" -}}
- name: exporter
  {{- include "bernstein.image" (list . "redisExporter") | nindent 2 }}
  {{- include "bernstein.securityContext.container" (list . "exporter") | nindent 2 }}
  env:
  - name: REDIS_ADDR
    value: redis://127.0.0.1:6379
  # The list that the votes wait in.
  - name: REDIS_EXPORTER_CHECK_SINGLE_KEYS
    value: votes
  {{- include "bernstein.monitoring.exporter" (list . "redis") | nindent 2 }}
{{- end }}

{{- define "bernstein.monitoring.postgres" -}}
- name: exporter
  {{- include "bernstein.image" (list . "postgresExporter") | nindent 2 }}
  {{- include "bernstein.securityContext.container" (list . "exporter") | nindent 2 }}
  env:
  - name: POSTGRES_DB
    valueFrom:
      configMapKeyRef:
        name: postgres
        key: POSTGRES_DB
  - name: DATA_SOURCE_URI
    value: 127.0.0.1:5432/$(POSTGRES_DB)?sslmode=disable
  {{- range $variable, $key := dict "DATA_SOURCE_USER" "user" "DATA_SOURCE_PASS" "password" }}
  - name: {{ $variable }}
    valueFrom:
      secretKeyRef:
        name: {{ include "bernstein.credentials.secret" $ }}
        key: {{ include "bernstein.credentials.key" (list $ $key) }}
  {{- end }}
  - name: PG_EXPORTER_EXTEND_QUERY_PATH
    value: /etc/queries/queries.yaml
  {{- include "bernstein.monitoring.exporter" (list . "postgres") | nindent 2 }}
  volumeMounts:
  - name: queries
    mountPath: /etc/queries
    readOnly: true
{{- end }}

{{/* What both exporters have in common. The server that an exporter asks may be away: it says so itself, and lives on. */}}
{{- define "bernstein.monitoring.exporter" -}}
{{- $root := first . }}
{{- $component := last . -}}
ports:
- name: metrics
  containerPort: {{ include "bernstein.monitoring.port" . | splitList " " | first }}
  protocol: TCP
# Not a word on readiness: an exporter must not take the server beside it out of its Service.
livenessProbe:
  tcpSocket:
    port: metrics
  initialDelaySeconds: 15
  timeoutSeconds: 5
resources:
  requests:
    cpu: 10m
    memory: 16M
  limits:
    memory: 64M
    {{- with dig "limits" "cpu" "" (get $root.Values $component).resources }}
    cpu: {{ . }}
    {{- end }}
{{- end }}
