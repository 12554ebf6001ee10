{{/* Where the documents are: in the folder docs of a clone, or in the repository that Chart.yaml names (scripts/package --source). */}}
{{- define "bernstein.documents" -}}
{{ with .Chart.Home }}{{ . }}/blob/v{{ $.Chart.Version }}/{{ end }}docs/
{{- end }}
