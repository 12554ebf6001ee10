{{/*
What the Jobs have in common: a script that does what it is told, backup or restore. It runs where the worker runs. The first backup waits for the
table. Call with (list $ "backup"), and true behind it for the first.
*/}}
{{- define "bernstein.backup.job" -}}
{{- $root := first . -}}
# One that can't begin, for want of its claim, counts as failed.
activeDeadlineSeconds: 3600
template:
  metadata:
    {{- include "bernstein.pod.metadata" (list $root "backup") | nindent 4 }}
  spec:
    restartPolicy: Never
    {{- include "bernstein.pod" (list $root "backup") | nindent 4 }}
    {{- if gt (len .) 2 }}
    initContainers:
    {{- include "bernstein.votes-table.wait" $root | nindent 4 }}
    {{- end }}
    containers:
    - name: {{ index . 1 }}
      {{- include "bernstein.container" (list $root "backup") | nindent 6 }}
      env:
      {{- include "bernstein.environment.postgres" $root | nindent 6 }}
      - name: KEEP
        value: {{ $root.Values.backup.keep | int64 | quote }}
      - name: JOB
        valueFrom: {fieldRef: {fieldPath: "metadata.labels['job-name']"}}
      command: [bash, /scripts/backup.sh, {{ index . 1 }}]
      volumeMounts:
      - {name: backups, mountPath: /backups}
      - {name: scripts, mountPath: /scripts, readOnly: true}
      {{- with include "bernstein.mounts" (list $root "backup") }}
      {{- . | trim | nindent 6 }}
      {{- end }}
    volumes:
    - {name: backups, persistentVolumeClaim: {claimName: backups}}
    - {name: scripts, configMap: {name: scripts}}
    {{- with include "bernstein.volumes" (list $root "backup") }}
    {{- . | trim | nindent 4 }}
    {{- end }}
{{- end }}

{{/* The numbers that a field of cron stands for, with a comma between; empty where it is none. Call with (list FIELD LEAST MOST "NAMES"). */}}
{{- define "bernstein.cron.numbers" -}}
{{- $least := index . 1 }}
{{- $most := index . 2 }}
{{- $text := lower (first .) }}
{{- range $at, $name := splitList " " (last .) | compact }}
{{- $text = regexReplaceAll (printf `\b%s\b` $name) $text (add $least $at | toString) }}
{{- end }}
{{- $numbers := list }}
{{- $wrong := false }}
{{- range splitList "," $text }}
{{- $ends := splitList "-" (replace "*" (printf "%d-%d" $least $most) . | regexFind `^[^/]*`) }}
{{- $to := ternary $most (last $ends | int) (and (contains "/" .) (eq (len $ends) 1)) }}
{{- $step := regexFind `[0-9]+$` (regexFind `/.*` .) | default "1" | int }}
{{- if or (not (regexMatch `^(\*|[0-9]{1,2}(-[0-9]{1,2})?)(/0*[1-9][0-9]?)?$` .)) (lt (first $ends | int) $least) (gt $to $most) (gt (first $ends | int) $to) }}
{{- $wrong = true }}
{{- else }}
{{- $numbers = concat $numbers (untilStep (first $ends | int) (add1 $to | int) $step) }}
{{- end }}
{{- end }}
{{- ternary "" (join "," $numbers) $wrong }}
{{- end }}

{{/* The fields of the schedule: their names, and their numbers as above. */}}
{{- define "bernstein.backup.fields" -}}
{{- $field := splitList " " (print .Values.backup.schedule " * * * *") -}}
minute (0 to 59): {{ include "bernstein.cron.numbers" (list (index $field 0) 0 59 "") | quote }}
hour (0 to 23): {{ include "bernstein.cron.numbers" (list (index $field 1) 0 23 "") | quote }}
day (1 to 31): {{ include "bernstein.cron.numbers" (list (index $field 2) 1 31 "") | quote }}
month (1 to 12, or jan to dec): {{ include "bernstein.cron.numbers" (list (index $field 3) 1 12 "jan feb mar apr may jun jul aug sep oct nov dec") | quote }}
weekday (0 to 6, Sunday is 0, or sun to sat): {{ include "bernstein.cron.numbers" (list (index $field 4) 0 6 "sun mon tue wed thu fri sat") | quote }}
{{- end }}

{{/*
Within how many hours a good backup must have been made: the longest that two turns of the schedule take, and one hour for the work; 1 where it
has no turn. Four years are looked at, from a first of July on, or three days where every day has turns.
*/}}
{{- define "bernstein.backup.patience" -}}
{{- $numbers := list }}
{{- range $name, $text := include "bernstein.backup.fields" . | fromYaml }}
{{- $numbers = append $numbers (splitList "," $text) }}
{{- end }}
{{- $days := index $numbers 0 }}
{{- $hours := index $numbers 1 }}
{{- $months := index $numbers 3 }}
{{- $weekdays := index $numbers 4 }}
{{- $daily := and (eq (len $days) 31) (eq (len $months) 12) (eq (len $weekdays) 7) }}
{{- $either := and (lt (len $days) 31) (lt (len $weekdays) 7) }}
{{- $turns := dict "longest" 0 }}
{{- range $day := until (ternary 3 1461 $daily) }}
{{- $date := dateInZone "2 1" (add 1688169600 (mul $day 86400)) "UTC" | splitList " " }}
{{- $inDays := has (first $date) $days }}
{{- $inWeekdays := has (mod (add $day 6) 7 | toString) $weekdays }}
{{- if and (has (last $date) $months) (ternary (or $inDays $inWeekdays) (and $inDays $inWeekdays) $either) }}
{{- range $hours }}
{{- $now := add (mul $day 24) (int .) }}
{{- if hasKey $turns "before" }}
{{- $_ := set $turns "longest" (max $turns.longest (sub $now $turns.before)) }}
{{- end }}
{{- if hasKey $turns "last" }}
{{- $_ := set $turns "before" $turns.last }}
{{- end }}
{{- $_ := set $turns "last" $now }}
{{- end }}
{{- end }}
{{- end }}
{{- add1 $turns.longest }}
{{- end }}
