{{/*
The annotations of a component's pods: those of its values, and a checksum of each ConfigMap and Secret that the pods read, so that a
change of theirs rolls the pods. Call with (list $ "COMPONENT" "FILE" …), each FILE a template without its .yaml.
*/}}
{{- define "bernstein.podAnnotations" -}}
{{- $root := index . 0 }}
{{- $annotations := deepCopy (index $root.Values (index . 1)).podAnnotations }}
{{- $_ := merge $annotations (include "bernstein.monitoring.annotations" (list $root (index . 1)) | fromYaml) }}
{{- range slice . 2 }}
{{- $content := include (print $root.Template.BasePath "/" . ".yaml") $root }}
{{- if trim $content }}
{{- $_ := set $annotations (print "checksum/" .) (sha256sum $content) }}
{{- end }}
{{- end }}
{{- with $annotations }}
{{- toYaml . }}
{{- end }}
{{- end }}
