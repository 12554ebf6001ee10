{{/* The table that notes every good backup: the time, and how many votes it has. The first line is of when backups were switched on. */}}
{{- define "bernstein.backup.notes" -}}
CREATE TABLE backups AS SELECT now() AS taken, NULL::bigint AS votes
{{- end }}

{{/*
Within how many hours a good backup must have been made: two turns of the schedule, roughly, and one hour for the work. By its fields: every
hour, every so many hours, several hours of a day, one; and where not every day is meant, a week for a weekday and a month for all else.
*/}}
{{- define "bernstein.backup.patience" -}}
{{- /* Fields that lack are for requirements.yaml to name. */}}
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

{{/* What the CronJobs have in common: a script that does what it is told, backup or restore. It runs where the worker runs. Call with (list $ "backup"). */}}
{{- define "bernstein.backup.job" -}}
{{- $root := first . -}}
spec:
  # One that can't begin, for want of its claim, counts as failed.
  activeDeadlineSeconds: 3600
  template:
    metadata:
      labels:
        {{- include "bernstein.labels" (list $root "backup") | nindent 8 }}
      {{- with $root.Values.worker.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      restartPolicy: Never
      {{- with include "bernstein.imagePullSecrets" $root }}
      imagePullSecrets:
      {{- . | trim | nindent 6 }}
      {{- end }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- include "bernstein.securityContext.pod" (list $root "psql") | nindent 6 }}
      {{- include "bernstein.scheduling" (list $root "worker") | trim | nindent 6 }}
      containers:
      - name: {{ last . }}
        {{- include "bernstein.image" (list $root "postgres") | nindent 8 }}
        {{- include "bernstein.securityContext.container" (list $root "psql") | nindent 8 }}
        env:
        {{- include "bernstein.environment.psql" $root | nindent 8 }}
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
          {{- $root.Files.Get "files/backup.sh" | trim | nindent 10 }}
        - bash
        - {{ last . }}
        resources:
          {{- toYaml $root.Values.worker.resources | nindent 10 }}
        volumeMounts:
        - name: backups
          mountPath: /backups
        {{- with include "bernstein.ca.mount" $root }}
        {{- . | trim | nindent 8 }}
        {{- end }}
      volumes:
      - name: backups
        persistentVolumeClaim:
          claimName: backups
      {{- with include "bernstein.ca.volume" $root }}
      {{- . | trim | nindent 6 }}
      {{- end }}
{{- end }}
