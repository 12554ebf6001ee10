{{/*
Within how many hours a good backup must have been made: the longest that two turns of the schedule take, and one hour for the work; 1 where
it has no turn. Four years are looked at, from a first of July on, or three days where every day has turns.
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

{{/*
What the Jobs have in common: a script that does what it is told, backup or restore. It runs where the worker runs. The first backup waits
for the table. Call with (list $ "backup"), and true behind it for the first.
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
    - name: votes-table
      {{- include "bernstein.container" (list $root "votes-table") | nindent 6 }}
      env:
      {{- include "bernstein.environment" (list $root "postgres") | trim | nindent 6 }}
      command: [sh, -c]
      args:
      - |
        {{- include "bernstein.psql" $root | nindent 8 }}
        until psql --quiet --command='SELECT FROM votes LIMIT 0'; do sleep 2; done
      {{- with include "bernstein.mounts" (list $root "votes-table") }}
      volumeMounts:
      {{- . | trim | nindent 6 }}
      {{- end }}
    {{- end }}
    containers:
    - name: {{ index . 1 }}
      {{- include "bernstein.container" (list $root "backup") | nindent 6 }}
      env:
      {{- include "bernstein.environment" (list $root "postgres") | trim | nindent 6 }}
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
