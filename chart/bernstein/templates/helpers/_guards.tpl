{{/*
HAProxy beside worker and result. Each makes one connection to a server and never another; HAProxy asks postgres all the time, cuts what leads
nowhere, and says to the kubelet who has no connection left. What is outside the cluster is not led through it: a server that asks for
TLS answers no such question, and an address has no name to lead elsewhere. docs/decisions/guards.md.
*/}}

{{/* The names that lead to HAProxy in a pod. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.guards.aliases" -}}
{{- $redis := and (eq (last .) "worker") (empty (first .).Values.redis.external.host) -}}
[postgres{{ if $redis }}, redis{{ end }}]
{{- end }}

{{/* The container. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.guards.container" -}}
{{- $root := first . }}
{{- $name := last . }}
{{- $redis := contains "redis" (include "bernstein.guards.aliases" .) -}}
- name: haproxy
  {{- include "bernstein.container" (list $root (print $name "-haproxy")) | nindent 2 }}
  env:
  {{- if $redis }}
  {{- include "bernstein.environment.redis" $root | nindent 2 }}
  {{- end }}
  {{- include "bernstein.environment.user" $root | nindent 2 }}
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
In which order they go, in seconds, where pods go together, as when a node is drained: the worker, which HAProxy lets go at once, then postgres,
once HAProxy has seen that it is going (files/haproxy.cfg: three seconds) and the worker has written its last vote. Call with the component.
*/}}
{{- define "bernstein.guards.preStop" -}}
lifecycle:
  preStop:
    exec:
      command: [sleep, "{{ get (dict "worker" 3 "postgres" 8) . }}"]
{{- end }}
