{{/*
The numbers that a field of cron stands for, with a comma between; empty where it is none. Call with (list FIELD LEAST MOST "NAMES").
*/}}
{{- define "bernstein.cron.numbers" -}}
{{- $least := index . 1 }}
{{- $most := index . 2 }}
{{- $text := lower (first .) }}
{{- range $at, $name := ternary "" (last .) (eq $text "*") | splitList " " | compact }}
{{- $text = regexReplaceAll (printf `\b%s\b` $name) $text (add $least $at | toString) }}
{{- end }}
{{- $numbers := list }}
{{- $wrong := false }}
{{- range splitList "," $text }}
{{- $ends := splitList "-" (replace "*" (printf "%d-%d" $least $most) . | regexFind `^[^/]*`) }}
{{- $to := ternary $most (last $ends | int) (and (contains "/" .) (eq (len $ends) 1)) }}
{{- $step := regexFind `[0-9]+$` (regexFind `/.*` .) | default "1" | int }}
{{- $from := first $ends | int }}
{{- $right := regexMatch `^(\*|[0-9]{1,2}(-[0-9]{1,2})?)(/0*[1-9][0-9]?)?$` . }}
{{- if or (not $right) (lt $from $least) (gt $to $most) (gt $from $to) }}
{{- $wrong = true }}
{{- else }}
{{- $numbers = concat $numbers (untilStep $from (add1 $to | int) $step) }}
{{- end }}
{{- end }}
{{- ternary "" (join "," $numbers) $wrong }}
{{- end }}

{{/* The fields of the schedule: their names, and their numbers as above. */}}
{{- define "bernstein.backup.fields" -}}
{{- $months := "jan feb mar apr may jun jul aug sep oct nov dec" }}
{{- $weekdays := "sun mon tue wed thu fri sat" }}
{{- $field := splitList " " (print .Values.backup.schedule " * * * *") -}}
minute (0 to 59): {{ include "bernstein.cron.numbers" (list (index $field 0) 0 59 "") | quote }}
hour (0 to 23): {{ include "bernstein.cron.numbers" (list (index $field 1) 0 23 "") | quote }}
day (1 to 31): {{ include "bernstein.cron.numbers" (list (index $field 2) 1 31 "") | quote }}
month (1 to 12, or jan to dec): {{ include "bernstein.cron.numbers" (list (index $field 3) 1 12 $months) | quote }}
weekday (0 to 6, Sunday is 0, or sun to sat): {{ include "bernstein.cron.numbers" (list (index $field 4) 0 6 $weekdays) | quote }}
{{- end }}
