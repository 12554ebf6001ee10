{{/*
HAProxy beside worker and result. Each makes one connection to a server and never another; HAProxy asks postgres all the time, cuts what
leads
nowhere, and says to the kubelet who has no connection left. What is outside the cluster is not led through it: a server that asks for
TLS answers no such question, and an address has no name to lead elsewhere. docs/decisions/guards.md.
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
  # The Services by names that the pod does not lead to HAProxy.
  - name: NAMESPACE
    valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
  - name: POD_IP
    valueFrom: {fieldRef: {fieldPath: status.podIP}}
  ports:
  - {name: haproxy, containerPort: 8404, protocol: TCP}
  {{- if $redis }}
  lifecycle:
    preStop:
      exec:
        # The worker gets no vote any more and exits by itself, with none in its hands.
        command: [bash, -c, echo 'shutdown sessions server redis/redis' >/dev/tcp/127.0.0.1/8405]
  {{- end }}
  volumeMounts:
  - {name: haproxy, mountPath: /usr/local/etc/haproxy, readOnly: true}
{{- end }}

{{/* The probes of a container whose connections HAProxy keeps. */}}
{{- define "bernstein.guards.probes" -}}
# HAProxy answers: postgres is there, and this pod is connected to it.
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
In which order they go, in seconds, where pods go together, as when a node is drained: the worker, which HAProxy lets go at once, then
postgres,
once HAProxy has seen that it is going (files/haproxy.cfg: three seconds) and the worker has written its last vote. Call with the component.
*/}}
{{- define "bernstein.guards.preStop" -}}
lifecycle:
  preStop:
    exec:
      command: [sleep, "{{ get (dict "worker" 3 "postgres" 8) . }}"]
{{- end }}

{{/*
A container beside redis that hands in again what the worker took off the queue and did not write. It has the image of postgres, whose bash,
awk and psql are all that it needs, and the volume of redis. Call with $.
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
