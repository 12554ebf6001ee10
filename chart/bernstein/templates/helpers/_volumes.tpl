{{/*
A claim that outlives the release. It notes the class that it was given: Kubernetes would refuse an upgrade that gives none.
Call with (list $ "COMPONENT" "CLAIM" VOLUME), the volume being the component's values for it.
*/}}
{{- define "bernstein.claim" -}}
{{- $root := first . }}
{{- $volume := last . -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ index . 2 }}
  {{- include "bernstein.metadata" (list $root (index . 1)) }}
  {{- if not $root.Values.flatFiles }}
  annotations:
    # It outlives the release.
    helm.sh/resource-policy: keep
    {{- with $volume.storageClass }}
    bernstein/class: {{ toYaml . }}
    {{- end }}
  {{- end }}
spec:
  {{- with $volume.storageClass }}
  storageClassName: {{ toYaml . }}
  {{- end }}
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: {{ toYaml $volume.size }}
{{- end }}

{{/*
The claim that a volume made by hand is for. Once they are bound it is as Kubernetes has completed it: on the server's side an upgrade
that wrote less would stop at a conflict, and forced cut the claim off (phase Lost). Call with $.
*/}}
{{- define "bernstein.claimRef" -}}
{{- $claim := dig "metadata" "uid" "none" (lookup "v1" "PersistentVolumeClaim" .Values.namespace "postgres") }}
{{- $held := dig "spec" "claimRef" dict (lookup "v1" "PersistentVolume" "" "postgres") -}}
{{- if eq $claim ($held.uid | default "unbound") }}
{{- toYaml $held }}
{{- else -}}
name: postgres
namespace: {{ toYaml .Values.namespace }}
{{- end }}
{{- end }}
