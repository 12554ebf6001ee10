{{/* The table that notes every good backup: the time, and how many votes it has. The first line is of when backups were switched on. */}}
{{- define "bernstein.backup.notes" -}}
CREATE TABLE IF NOT EXISTS backups AS SELECT now() AS taken, NULL::bigint AS votes
{{- end }}

{{/*
Within how many hours a good backup must have been made: two turns of the schedule, roughly, and one hour for the work. By its fields: every
hour, every so many hours, several hours of a day, one; and where not every day is meant, a week for a weekday and a month for all else.
*/}}
{{- define "bernstein.backup.patience" -}}
{{- /* Fields that lack are for the requirements to name. */}}
{{- $field := splitList " " (print .Values.backup.schedule " * * * *") }}
{{- $hour := index $field 1 }}
{{- if or (ne (index $field 2) "*") (ne (index $field 3) "*") -}}
{{ add (mul 2 31 24) 1 }}
{{- else if ne (index $field 4) "*" -}}
{{ add (mul 2 7 24) 1 }}
{{- else if eq $hour "*" -}}
3
{{- else if hasPrefix "*/" $hour -}}
{{ add (mul 2 (trimPrefix "*/" $hour | int)) 1 }}
{{- else -}}
{{ ternary 25 49 (regexMatch "[,-]" $hour) }}
{{- end }}
{{- end }}

{{/* What the CronJobs have in common. They run where the worker runs. Call with (list $ "backup") or (list $ "restore"). */}}
{{- define "bernstein.backup.job" -}}
{{- $root := first . -}}
spec:
  # One that can't begin, for want of its claim, counts as failed.
  activeDeadlineSeconds: 3600
  template:
    metadata:
      {{- include "bernstein.pod.metadata" (list $root "backup") | nindent 6 }}
    spec:
      restartPolicy: Never
      {{- include "bernstein.pod" (list $root "backup") | nindent 6 }}
      containers:
      - name: {{ last . }}
        {{- include "bernstein.container" (list $root "backup") | nindent 8 }}
        env:
        {{- include "bernstein.environment" (list $root "postgres") | trim | nindent 8 }}
        - name: TABLE
          value: {{ include "bernstein.votes-table.statement" $root }}
        - name: NOTES
          value: {{ include "bernstein.backup.notes" $root }}
        - name: KEEP
          value: {{ $root.Values.backup.keep | int64 | quote }}
        - name: JOB
          valueFrom:
            fieldRef:
              fieldPath: metadata.labels['job-name']
        command: [bash, -c]
        args:
        - |
          {{- include "bernstein.psql" $root | nindent 10 }}
          exec bash /scripts/backup.sh {{ last . }}
        volumeMounts:
        - {name: backups, mountPath: /backups}
        - {name: scripts, mountPath: /scripts, readOnly: true}
        {{- with include "bernstein.mounts" (list $root "backup") }}
        {{- . | trim | nindent 8 }}
        {{- end }}
      volumes:
      - name: backups
        persistentVolumeClaim:
          claimName: backups
      - {name: scripts, configMap: {name: scripts}}
      {{- with include "bernstein.volumes" (list $root "backup") }}
      {{- . | trim | nindent 6 }}
      {{- end }}
{{- end }}
