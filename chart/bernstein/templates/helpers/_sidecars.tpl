{{/*
HAProxy, a sidecar of worker and result. Each of them makes one connection to a server and never another. HAProxy checks postgres, closes
dead connections, and fails the probes of a pod without a connection. External databases are not proxied: docs/decisions/guards.md.
*/}}

{{/* The container. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.guards.container" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $redis := contains "redis" (get $root.Components $name).aliases -}}
- name: haproxy
  {{- include "bernstein.container" (list $root (print $name "-haproxy")) | nindent 2 }}
  env:
  {{- if $redis }}
  - name: REDIS_HOST
    valueFrom: {configMapKeyRef: {name: redis, key: REDIS_HOST}}
  {{- end }}
  - name: POSTGRES_HOST
    valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_HOST}}
  - name: POSTGRES_PORT
    valueFrom: {configMapKeyRef: {name: postgres, key: POSTGRES_PORT}}
  {{- with $root.Values.postgres }}
  - name: POSTGRES_USER
    valueFrom: {secretKeyRef: {name: {{ .existingSecret | default "postgres" }}, key: {{ toYaml .existingSecretKeys.user }}}}
  {{- end }}
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

{{/*
An init container that waits for the table: without it the worker would lose the vote that it takes, and a backup fail. Call with $.
*/}}
{{- define "bernstein.votes-table.wait" -}}
- name: votes-table
  {{- include "bernstein.container" (list . "votes-table") | nindent 2 }}
  env:
  {{- include "bernstein.environment" . | nindent 2 }}
  command: [sh, -c]
  args:
  - |
    {{- include "bernstein.psql" . | nindent 4 }}
    until psql --quiet --command='SELECT FROM votes LIMIT 0'; do sleep 2; done
  {{- include "bernstein.mounts" (list . "votes-table" 2 "volumeMounts:") }}
{{- end }}
