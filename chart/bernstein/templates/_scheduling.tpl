{{/* Where the pods of a component run. A canary runs where its component does, without a rule of its own. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.scheduling" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- $component := index $root.Values (trimSuffix "-canary" $name) }}
{{- $spread := ternary (dig "spread" "rule" "none" $component) "none" (hasKey $root.Values $name) }}
{{- with $component.priorityClassName }}
priorityClassName: {{ toYaml . }}
{{- end }}
{{- with $component.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
tolerations:
{{- with $component.tolerations }}
{{ toYaml . }}
{{- end }}
# A node that is lost is left after half a minute, and not after the five that Kubernetes waits by itself.
{{- range list "not-ready" "unreachable" }}
- key: node.kubernetes.io/{{ . }}
  operator: Exists
  effect: NoExecute
  tolerationSeconds: 30
{{- end }}
{{- if or (ne $spread "none") $component.near }}
affinity:
  {{- with $component.near }}
  podAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "bernstein.selector" (list $root .) | nindent 12 }}
        {{- if ne (include "bernstein.namespace" (list $root .)) (include "bernstein.namespace" (list $root $name)) }}
        namespaces:
        - {{ include "bernstein.namespace" (list $root .) }}
        {{- end }}
  {{- end }}
  {{- if eq $spread "required" }}
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
    - topologyKey: {{ include "bernstein.spread.topology" $component }}
      labelSelector:
        matchLabels:
          {{- include "bernstein.selector" . | nindent 10 }}
  {{- else if eq $spread "preferred" }}
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: {{ include "bernstein.spread.topology" $component }}
        labelSelector:
          matchLabels:
            {{- include "bernstein.selector" . | nindent 12 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "bernstein.spread.topology" -}}
{{- if eq .spread.over "zone" }}topology.kubernetes.io/zone{{ else }}kubernetes.io/hostname{{ end }}
{{- end }}

{{/*
How a component with several instances rolls out. Where they must run apart, a new instance finds no node until an old one
is gone. Where they need not, a new one comes first, and yet one of two may go: old instances that had to run apart keep new ones
from their nodes too. Call with the component's values.
*/}}
{{- define "bernstein.strategy" -}}
type: RollingUpdate
rollingUpdate:
  maxSurge: {{ ternary 0 1 (eq .spread.rule "required") }}
  maxUnavailable: {{ ternary 1 "50%" (eq .spread.rule "required") }}
{{- end }}
