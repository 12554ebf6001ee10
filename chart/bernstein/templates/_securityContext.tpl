{{/*
What the pods and their containers may do, by podSecurity. Names: the components, and two for what stands beside them: psql for whatever runs
the image of postgres to ask a database, exporter for what only reads numbers. Call each with (list $ "NAME"): it renders the key too.
*/}}
{{- define "bernstein.securityContext.pod" -}}
{{- $level := (first .).Values.podSecurity }}
{{- $name := trimSuffix "-canary" (last .) -}}
securityContext:
  {{- if and (has $name (list "redis" "postgres" "psql")) (include "bernstein.securityContext.user" .) (ne $level "openshift") }}
  fsGroup: 999
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
  {{- if and (has $name (list "poll" "result" "traefik")) (include "bernstein.securityContext.user" .) }}
  sysctls:
  # Port 80 for a user that is not root. A capability would not do: such a user has it only where the program's file has it too.
  - name: net.ipv4.ip_unprivileged_port_start
    value: "0"
  {{- end }}
{{- end }}

{{- define "bernstein.securityContext.container" -}}
{{- $level := (first .).Values.podSecurity }}
{{- $name := trimSuffix "-canary" (last .) }}
{{- $user := include "bernstein.securityContext.user" . }}
{{- /* What images need that begin as root and step down to a user of their own. */}}
{{- $stepDown := list "CHOWN" "DAC_OVERRIDE" "FOWNER" "SETGID" "SETUID" }}
{{- /* Images that nobody can look into: the same, to end processes of that user, and the port 80. */}}
{{- $worker := append $stepDown "KILL" }}
{{- $page := append $worker "NET_BIND_SERVICE" }}
{{- $needs := dict "redis" $stepDown "postgres" $stepDown "poll" $page "worker" $worker "result" $page "traefik" (list "NET_BIND_SERVICE") "cadvisor" (list "DAC_OVERRIDE") -}}
securityContext:
  {{- if $user }}
  runAsNonRoot: true
  {{- if ne $level "openshift" }}
  runAsUser: {{ $user }}
  runAsGroup: {{ $user }}
  {{- end }}
  {{- end }}
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
    {{- if not $user }}
    add: [{{ get $needs $name | join ", " }}]
    {{- end }}
  {{- if or $user (not (has $name (list "poll" "worker" "result"))) }}
  readOnlyRootFilesystem: true
  {{- end }}
{{- end }}

{{/*
The user that a container runs as; empty where it begins as root, or as its image says. 999 is redis in the images of redis and valkey, and postgres
in that of postgres. A volume of redis may belong to root: then redis begins as root too, as postgres does, and steps down.
*/}}
{{- define "bernstein.securityContext.user" -}}
{{- $values := (first .).Values }}
{{- $name := trimSuffix "-canary" (last .) }}
{{- $users := dict "redis" 999 "postgres" 999 "psql" 999 "poll" 1000 "worker" 1000 "result" 1000 "traefik" 65532 "exporter" 65534 "cadvisor" "" }}
{{- $always := list "psql" "exporter" (ternary "" "redis" $values.redis.volume.enabled) }}
{{- if or (ne $values.podSecurity "baseline") (has $name $always) }}{{ get $users $name }}{{ end }}
{{- end }}

{{/* A folder to write to for the images that nobody can look into, where their root file system is read-only. Call with (list $ "NAME"). */}}
{{- define "bernstein.temporary.mount" -}}
{{- if include "bernstein.securityContext.user" . -}}
- name: tmp
  mountPath: /tmp
{{- end }}
{{- end }}

{{- define "bernstein.temporary.volume" -}}
{{- if include "bernstein.securityContext.user" . -}}
- name: tmp
  emptyDir: {}
{{- end }}
{{- end }}
