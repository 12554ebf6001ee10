{{- define "bernstein.mistakes.backup" }}
{{- $schedule := .Values.backup.schedule }}
{{- /* One that names a minute and hours, as the default, is right; of the others each field is looked at. */}}
{{- $plain := regexMatch `^[0-5]?[0-9] ([01]?[0-9]|2[0-3])(,([01]?[0-9]|2[0-3]))* \* \* \*$` $schedule }}
{{- if and (not $plain) (regexMatch `^[-0-9*/,A-Za-z]+( [-0-9*/,A-Za-z]+){4}$` $schedule) }}
{{- $wrong := false }}
{{- include "bernstein.backup.fields" . }}
{{- range $field, $numbers := .Schedule }}
{{- if not $numbers }}
{{- $wrong = true }}
backup.schedule is {{ $schedule }}: this is not a valid {{ $field }}
{{- end }}
{{- end }}
{{- if not (or $wrong (ne (include "bernstein.backup.patience" .) "1")) }}
backup.schedule is {{ $schedule }}: it runs less than three times in four years
{{- end }}
{{- end }}
{{- end }}

{{/*
Within how many hours a good backup must have been made: the longest that two turns of the schedule take, and one hour for the work; 1 where
it has no turn. Four years are looked at, from a first of July on, or three days where every day has turns.
*/}}
{{- define "bernstein.backup.patience" -}}
{{- $numbers := list }}
{{- include "bernstein.backup.fields" . }}
{{- range $name, $text := .Schedule }}
{{- $numbers = append $numbers (splitList "," $text) }}
{{- end }}
{{- $days := index $numbers 0 }}
{{- $hours := index $numbers 1 }}
{{- $months := index $numbers 3 }}
{{- $weekdays := index $numbers 4 }}
{{- $daily := and (eq (len $days) 31) (eq (len $months) 12) (eq (len $weekdays) 7) }}
{{- $either := and (lt (len $days) 31) (lt (len $weekdays) 7) }}
{{- $longest := 0 }}
{{- $before := 99999 }}
{{- $last := 99999 }}
{{- range $day := until (ternary 3 1461 $daily) }}
{{- $date := dateInZone "2 1" (add 1688169600 (mul $day 86400)) "UTC" | splitList " " }}
{{- $inDays := has (first $date) $days }}
{{- $inWeekdays := has (mod (add $day 6) 7 | toString) $weekdays }}
{{- if and (has (last $date) $months) (ternary (or $inDays $inWeekdays) (and $inDays $inWeekdays) $either) }}
{{- range $hours }}
{{- $now := add (mul $day 24) (int .) }}
{{- $longest = max $longest (sub $now $before) }}
{{- $before = $last }}
{{- $last = $now }}
{{- end }}
{{- end }}
{{- end }}
{{- add1 $longest }}
{{- end }}
