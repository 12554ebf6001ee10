{{/*
Annotations that change with the ConfigMaps and Secrets a pod reads, so that a change of theirs rolls the pod.
Call with (list $ "FILE" …), each a template file without its .yaml, and end with the component's podAnnotations.
*/}}
{{- define "bernstein.checksums" -}}
{{- $root := first . }}
{{- $annotations := deepCopy (last .) }}
{{- range initial (rest .) }}
{{- $content := include (print $root.Template.BasePath "/" . ".yaml") $root }}
{{- if trim $content }}
{{- $_ := set $annotations (print "checksum/" .) (sha256sum $content) }}
{{- end }}
{{- end }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
