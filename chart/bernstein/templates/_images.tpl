{{/*
The image of a component and when it is pulled: two keys. Where global.imageRegistry names a registry, the image's own gives way to it.
Call with (list $ "COMPONENT").
*/}}
{{- define "bernstein.image" -}}
{{- $values := (first .).Values }}
{{- $name := last . }}
{{- $image := (get $values $name | default dict).image }}
{{- if eq $name "poll-canary" }}
{{- $image = $values.poll.canary.image }}
{{- else if hasSuffix "Exporter" $name }}
{{- $image = (get $values.monitoring $name).image }}
{{- end }}
{{- with $values.global.imageRegistry }}
{{- $image = print (trimSuffix "/" .) "/" (regexReplaceAll "^(localhost|[^/]*[.:][^/]*)/" $image "") }}
{{- end -}}
image: {{ toYaml $image }}
{{- with $values.global.imagePullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{/* The major version in an image's tag; empty where the tag does not begin with a number. Call with the image. */}}
{{- define "bernstein.image.major" -}}
{{- regexReplaceAll "@.*" . "" | regexFind ":v?[0-9]+[^/]*$" | regexFind "[0-9]+" }}
{{- end }}

{{/* The Secrets that the images are pulled with, each a name or an object with one, as other charts take them. Call with $. */}}
{{- define "bernstein.imagePullSecrets" -}}
{{- range .Values.global.imagePullSecrets }}
- name: {{ if kindIs "map" . }}{{ toYaml .name }}{{ else }}{{ toYaml . }}{{ end }}
{{- end }}
{{- end }}
