{{/* A HorizontalPodAutoscaler for a component that asks for one. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.autoscaling" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- with (index $root.Values $name).autoscaling }}
{{- if .enabled -}}
apiVersion: {{ ternary "autoscaling/v2" "autoscaling/v2beta2" (semverCompare ">=1.23-0" $root.Capabilities.KubeVersion.Version) }}
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $name }}
  namespace: {{ include "bernstein.namespace" (list $root $name) }}
  labels:
    {{- include "bernstein.labels" (list $root $name) | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ $name }}
  minReplicas: {{ int64 .minReplicas }}
  maxReplicas: {{ int64 .maxReplicas }}
  metrics:
  - type: Resource
    resource:
      name: cpu
      target:
        type: Utilization
        averageUtilization: {{ int64 .targetCPU }}
{{- end }}
{{- end }}
{{- end }}
