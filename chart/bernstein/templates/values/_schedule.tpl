{{/* The numbers that a field of cron stands for, comma between; empty where it is none. Call with (list FIELD LEAST MOST "NAMES"). */}}
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
{{- $parts := splitList "/" . }}
{{- $ends := replace "*" (printf "%d-%d" $least $most) (first $parts) | splitList "-" }}
{{- $to := ternary $most (last $ends | int) (and (rest $parts) (eq (len $ends) 1) | empty | not) }}
{{- $step := append (rest $parts) "1" | first | int }}
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

{{/* Fills $.Schedule, once: the fields of the schedule by their names, and their numbers as above. */}}
{{- define "bernstein.backup.fields" }}
{{- if not (hasKey . "Schedule") }}
{{- $field := splitList " " (print .Values.backup.schedule " * * * *") }}
{{- $months := "jan feb mar apr may jun jul aug sep oct nov dec" }}
{{- $weekdays := "sun mon tue wed thu fri sat" }}
{{- $_ := set . "Schedule" (dict
  "minute (0 to 59)" (include "bernstein.cron.numbers" (list (index $field 0) 0 59 ""))
  "hour (0 to 23)" (include "bernstein.cron.numbers" (list (index $field 1) 0 23 ""))
  "day (1 to 31)" (include "bernstein.cron.numbers" (list (index $field 2) 1 31 ""))
  "month (1 to 12, or jan to dec)" (include "bernstein.cron.numbers" (list (index $field 3) 1 12 $months))
  "weekday (0 to 6, Sunday is 0, or sun to sat)" (include "bernstein.cron.numbers" (list (index $field 4) 0 6 $weekdays))) }}
{{- end }}
{{- end }}
