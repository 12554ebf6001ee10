{{/*
Stops Helm with all mistakes at once. Each file next to this one writes a mistake a line, with the key and the fix; a line that begins with
a space goes on with the one before.
*/}}
{{- define "bernstein.mistakes" }}
{{- $mistakes := "" }}
{{- range list "removed" "forms" "resources" "platform" "redis" "postgres" "pages" "traefik" "backup" "kept" "upgrade" "claims" }}
{{- $mistakes = print $mistakes "\n" (include (print "bernstein.mistakes." .) $) }}
{{- end }}
{{- with regexReplaceAll `\n +` $mistakes " " | splitList "\n" | compact }}
{{- fail (print "\n  " (join "\n  " .) | replace "docs/" (include "bernstein.documents" $)) }}
{{- end }}
{{- end }}

{{/* Of rows (list CONDITION MISTAKE) the mistakes whose condition is true. */}}
{{- define "bernstein.mistakes.rows" }}
{{- range . }}
{{- if first . }}
{{ last . }}
{{- end }}
{{- end }}
{{- end }}
