{{/*
A PodDisruptionBudget for a component that asks for one. One instance may always go, so that it can't block a drain for ever.
Call with (list $ "COMPONENT").
*/}}
{{- define "bernstein.disruptionBudget" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- if (index $root.Values $name).disruptionBudget.enabled -}}
apiVersion: {{ ternary "policy/v1" "policy/v1beta1" (semverCompare ">=1.21-0" $root.Capabilities.KubeVersion.Version) }}
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  namespace: {{ include "bernstein.namespace" . }}
  labels:
    {{- include "bernstein.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  {{- if semverCompare ">=1.27-0" $root.Capabilities.KubeVersion.Version }}
  # An instance that does not work holds no drain up either.
  unhealthyPodEvictionPolicy: AlwaysAllow
  {{- end }}
  selector:
    matchLabels:
      {{- include "bernstein.selector" . | nindent 6 }}
{{- end }}
{{- end }}
