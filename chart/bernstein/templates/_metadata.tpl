{{/*
Labels that every object of a component carries, and the part of them that selects its pods.
The selector holds only what never changes, because a Deployment's selector can't.
Call with (list $ "COMPONENT").
*/}}
{{- define "bernstein.labels" -}}
{{ include "bernstein.selector" . }}
app.kubernetes.io/part-of: bernstein
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
{{- end }}

{{- define "bernstein.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ toYaml (index . 0).Release.Name }}
{{- end }}

{{/* The namespace of a component, as YAML. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.namespace" -}}
{{- $root := index . 0 }}
{{- (get $root.Values (index . 1) | default dict).namespace | default $root.Values.namespace | toYaml }}
{{- end }}
