{{/*
HAProxy, a sidecar of worker and result. Each of them makes one connection to a server and never another. HAProxy checks postgres, closes
dead connections, and fails the probes of a pod without a connection. External databases are not proxied: docs/decisions/guards.md.
*/}}

{{/* The container. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.guards.container" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $row := get (include "bernstein.components" $root | fromJson) $name }}
{{- $redis := contains "redis" $row.aliases -}}
- name: haproxy
  {{- include "bernstein.container" (list $root (print $name "-haproxy")) | nindent 2 }}
  env:
  {{- $names := list "POSTGRES_HOST" "POSTGRES_PORT" "POSTGRES_USER" }}
  {{- include "bernstein.environment" (concat (list $root) (ternary (list "REDIS_HOST") list $redis) $names) | trim | nindent 2 }}
  # HAProxy finds the Services as NAME.NAMESPACE, which does not lead to itself.
  - name: NAMESPACE
    valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
  - name: POD_IP
    valueFrom: {fieldRef: {fieldPath: status.podIP}}
  ports:
  - {name: haproxy, containerPort: 8404, protocol: TCP}
  lifecycle:
    preStop:
      exec:
        {{- if $redis }}
        # The worker gets no further vote, and exits by itself between two votes.
        command: [bash, -c, echo 'shutdown sessions server redis/redis' >/dev/tcp/127.0.0.1/8405]
        {{- else }}
        # As long as the grace period of result, which counts until it is stopped.
        command: [sleep, "5"]
        {{- end }}
  volumeMounts:
  - {name: haproxy, mountPath: /usr/local/etc/haproxy, readOnly: true}
{{- end }}

{{/* The probes of a container whose connections HAProxy keeps. */}}
{{- define "bernstein.guards.probes" -}}
# HAProxy answers: this pod is connected to postgres, or postgres is away.
startupProbe:
  httpGet: {path: /, port: 8404}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /, port: 8404}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 3
{{- end }}

{{/*
Seconds before SIGTERM, so that pods that are deleted together stop in this order: the worker, whose queue HAProxy closes at once; then
postgres, when HAProxy has seen that it stops (files/haproxy.cfg: three seconds) and the worker has written its last vote. Call with the
component.
*/}}
{{- define "bernstein.guards.preStop" -}}
lifecycle:
  preStop:
    exec:
      command: [sleep, "{{ get (dict "worker" 3 "postgres" 8) . }}"]
{{- end }}

{{/*
The ledger, a sidecar of redis, replays votes that the worker took and did not write. It needs bash, awk and psql, so it has the image of
postgres. Call with $.
*/}}
{{- define "bernstein.ledger" -}}
- name: ledger
  {{- include "bernstein.container" (list . "ledger") | nindent 2 }}
  env:
  {{- include "bernstein.environment" (list . "postgres") | trim | nindent 2 }}
  - name: TABLE
    value: {{ include "bernstein.votes-table.statement" . }}
  command: [bash, -c]
  args:
  - |
    {{- include "bernstein.psql" . | nindent 4 }}
    exec bash /scripts/ledger.sh
  volumeMounts:
  - {name: claim, mountPath: /data}
  - {name: ledger, mountPath: /tmp}
  - {name: scripts, mountPath: /scripts, readOnly: true}
  {{- with include "bernstein.mounts" (list . "ledger") }}
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}
