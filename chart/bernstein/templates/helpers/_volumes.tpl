{{/*
A command that waits until no other pod has the volume, and then becomes the server with its arguments: a pod that is deleted is replaced before
it is gone. Call with (list FOLDER LINE …), the folder that the volume is mounted at and what is done before the server starts.
*/}}
{{- define "bernstein.lock" -}}
# One server at a time: it waits until no other pod has the volume.
command:
- sh
- -ec
- |
  exec 9>>{{ first . }}/lock
  timeout 120 flock 9 || { echo 'No lock on {{ first . }}: delete the pod that has it, or take a storage class with file locks' >&2; exit 1; }
  {{- range rest . }}
  {{ . }}
  {{- end }}
  exec docker-entrypoint.sh "$@"
- sh
{{- end }}

{{/* A claim that outlives the release. Call with (list $ "COMPONENT" "CLAIM" VOLUME), the volume being the component's values for it. */}}
{{- define "bernstein.claim" -}}
{{- $root := first . }}
{{- $volume := last . -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ index . 2 }}
  namespace: {{ toYaml $root.Values.namespace }}
  {{- include "bernstein.labels" (list $root (index . 1)) }}
  {{- if not $root.Values.flatFiles }}
  annotations:
    # It outlives the release.
    helm.sh/resource-policy: keep
    {{- with include "bernstein.claim.class" $volume }}
    {{- . | nindent 4 }}
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

{{/* A note on a claim: the class that it was given. An upgrade that gives none would be refused by Kubernetes in the middle. Call with the volume. */}}
{{- define "bernstein.claim.class" -}}
{{- with .storageClass -}}
bernstein/class: {{ toYaml . }}
{{- end }}
{{- end }}

{{/*
The claim that a volume made by hand is for. Once they are bound it is as Kubernetes has completed it: on the server's side an upgrade that wrote
less would stop at a conflict, and forced cut the claim off (phase Lost). Call with $.
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

{{/* A quantity such as 500m, 128M or 134217728 as a plain number. Call with the quantity. */}}
{{- define "bernstein.quantity" -}}
{{- $text := ternary . (printf "%.0f" (float64 .)) (kindIs "string" .) }}
{{- $number := regexFind `^[0-9.]+` $text | float64 }}
{{- $unit := regexFind `[A-Za-z]+$` $text }}
{{- $units := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 }}
{{- $binary := dict "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "Pi" 1125899906842624 "Ei" 1152921504606846976 }}
{{- mulf $number (get (merge $units $binary) $unit | default 1) | printf "%.3f" }}
{{- end }}
