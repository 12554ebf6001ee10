{{/* Texts that have not the form that files/forms.json says. Those of a form are looked at together, and one by one where that fails. */}}
{{- define "bernstein.mistakes.forms" }}
{{- range $form := .Files.Get "files/forms.json" | fromJsonArray }}
{{- $texts := dict }}
{{- range $path := .keys }}
{{- $found := $.Values }}
{{- range splitList "." . }}
{{- $found = get $found . }}
{{- end }}
{{- range $at, $text := ternary $found (list $found) (kindIs "slice" $found) }}
{{- if or $text (not (contains "; empty for " $form.takes)) }}
{{- $_ := set $texts (print $path " " $at) $text }}
{{- end }}
{{- end }}
{{- end }}
{{- $all := print (values $texts | join "\n") "\n" }}
{{- if and $texts (or (regexReplaceAll (printf "(?m)%s\n" .pattern) $all "") (ne (len (splitList "\n" $all)) (add1 (len $texts) | int))) }}
{{- range $path, $text := $texts }}
{{- if not (regexMatch $form.pattern $text) }}
{{ splitList " " $path | first }} is {{ toJson $text }}: it takes {{ $form.takes }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
