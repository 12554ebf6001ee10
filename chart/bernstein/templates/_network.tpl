{{/*
Who may talk to whom, from networkPolicy.enabled on: an arrow a line, and the ports of the pods that it leads to. «anywhere» is whatever is no pod
of the release. Whoever has an arrow to follow may ask for names. Call with $.
*/}}
{{- define "bernstein.network.arrows" -}}
{{- $redis := ternary "redis" "anywhere" (empty .Values.redis.external.host) }}
{{- $postgres := ternary "postgres" "anywhere" (empty .Values.postgres.external.host) }}
{{- $sql := include "bernstein.postgres.port" . -}}
arrows:
- {from: anywhere, to: traefik, ports: [80{{ if .Values.traefik.tls.secretName }}, 443{{ end }}{{ if .Values.traefik.dashboard.enabled }}, 8080{{ end }}]}
- {from: traefik, to: poll, ports: [80]}
- {from: traefik, to: result, ports: [80]}
{{- /* The API server, behind whose Service the port is the platform's: that of clouds, kubeadm and K3s, minikube, MicroK8s. */}}
- {from: traefik, to: anywhere, ports: [443, 6443, 8443, 16443]}
- {from: poll, to: {{ $redis }}, ports: [6379]}
{{- if .Values.poll.canary.image }}
- {from: traefik, to: poll-canary, ports: [80]}
- {from: poll-canary, to: {{ $redis }}, ports: [6379]}
{{- end }}
- {from: worker, to: {{ $redis }}, ports: [6379]}
- {from: worker, to: {{ $postgres }}, ports: [{{ $sql }}]}
- {from: result, to: {{ $postgres }}, ports: [{{ $sql }}]}
- {from: votes-table, to: {{ $postgres }}, ports: [{{ $sql }}]}
{{- if not (or .Values.redis.external.host .Values.redis.volume.enabled) }}
{{- /* A redis that goes hands its queue to the one that comes. */}}
- {from: redis, to: redis, ports: [6379]}
{{- end }}
- {from: test, to: traefik, ports: [80]}
- {from: test, to: {{ $redis }}, ports: [6379]}
- {from: test, to: {{ $postgres }}, ports: [{{ $sql }}]}
{{- if .Values.cadvisor.enabled }}
- {from: test, to: cadvisor, ports: [8080]}
{{- end }}
{{- end }}

{{/* The pods of the release, by the name that their labels have: each gets a policy, whether an arrow leads to it or not. Call with $. */}}
{{- define "bernstein.network.pods" -}}
pods:
{{- if not .Values.redis.external.host }}
- redis
{{- end }}
{{- if not .Values.postgres.external.host }}
- postgres
{{- end }}
- poll
{{- if .Values.poll.canary.image }}
- poll-canary
{{- end }}
- worker
- result
- traefik
{{- if .Values.cadvisor.enabled }}
- cadvisor
{{- end }}
- votes-table
- test
{{- end }}

{{/* The other end of an arrow, seen from a pod: a key and all below it, or nothing for anywhere. Call with (list $ KEY "SEEN FROM" "OTHER END"). */}}
{{- define "bernstein.network.peer" -}}
{{- $root := index . 0 }}
{{- $here := include "bernstein.namespace" (list $root (index . 2)) }}
{{- $name := index . 3 }}
{{- $there := include "bernstein.namespace" (list $root $name) }}
{{- if ne $name "anywhere" -}}
{{ index . 1 }}:
- podSelector:
    matchLabels:
      {{- include "bernstein.selector" (list $root $name) | nindent 6 }}
  {{- if ne $here $there }}
  {{- if semverCompare ">=1.21-0" $root.Capabilities.KubeVersion.Version }}
  namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ $there }}
  {{- else }}
  # Namespaces have no label with their name before Kubernetes 1.21: such pods of any namespace.
  namespaceSelector: {}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}
