{{/* The image of a component, as YAML. Where global.imageRegistry names a registry, the image's own gives way to it. Call with (list $ "COMPONENT"). */}}
{{- define "bernstein.image" -}}
{{- $values := (index . 0).Values }}
{{- $name := index . 1 }}
{{- $image := ternary $values.poll.canary.image (get $values $name | default dict).image (eq $name "poll-canary") }}
{{- with $values.global.imageRegistry }}
{{- $image = print (trimSuffix "/" .) "/" (regexReplaceAll "^(localhost|[^/]*[.:][^/]*)/" $image "") }}
{{- end }}
{{- toYaml $image }}
{{- end }}

{{/* The Secrets that the images are pulled with, each a name or an object with one, as other charts take them. Call with $. */}}
{{- define "bernstein.imagePullSecrets" -}}
{{- range .Values.global.imagePullSecrets }}
- name: {{ if kindIs "map" . }}{{ toYaml .name }}{{ else }}{{ toYaml . }}{{ end }}
{{- end }}
{{- end }}
