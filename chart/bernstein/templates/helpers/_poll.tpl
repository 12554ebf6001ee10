{{/* The pods of poll, which come in two versions while a canary runs. Call with (list $ "poll") or (list $ "poll-canary"). */}}
{{- define "bernstein.poll" -}}
metadata:
  {{- include "bernstein.pod.metadata" (append . "redis.configmap") | nindent 2 }}
spec:
  restartPolicy: Always
  {{- include "bernstein.pod" . | nindent 2 }}
  # It serves until it is killed: time for preStop, and for the requests that came before.
  terminationGracePeriodSeconds: 10
  containers:
  - name: poll
    {{- include "bernstein.container" . | nindent 4 }}
    env:
    {{- include "bernstein.environment.redis" (first .) | nindent 4 }}
    ports:
    - {name: http, containerPort: 80, protocol: TCP}
    readinessProbe:
      httpGet: {path: /, port: http}
      timeoutSeconds: 5
    livenessProbe:
      httpGet: {path: /, port: http}
      initialDelaySeconds: 15
      timeoutSeconds: 10
    lifecycle:
      preStop:
        exec:
          # Time for Traefik to learn that this instance goes.
          command: [sleep, "5"]
    {{- with include "bernstein.mounts" . }}
    volumeMounts:
    {{- . | trim | nindent 4 }}
    {{- end }}
  {{- with include "bernstein.volumes" . }}
  volumes:
  {{- . | trim | nindent 2 }}
  {{- end }}
{{- end }}
