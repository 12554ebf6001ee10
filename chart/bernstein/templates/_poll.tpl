{{/* The pods of poll, which come in two versions while a canary runs. Call with (list $ "NAME" VALUES). */}}
{{- define "bernstein.poll.pod" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- $poll := index . 2 -}}
metadata:
  labels:
    {{- include "bernstein.labels" (list $root $name) | nindent 4 }}
  {{- with trim (include "bernstein.checksums" (list $root "redis.configmap" $poll.podAnnotations)) }}{{ nindent 2 . }}{{ end }}
spec:
  restartPolicy: Always
  automountServiceAccountToken: false
  enableServiceLinks: false
  # It serves until it is killed: time for preStop, and for the requests that came before its end.
  terminationGracePeriodSeconds: 10
  {{- with trim (include "bernstein.scheduling" .) }}{{ nindent 2 . }}{{ end }}
  containers:
  - name: poll
    image: {{ toYaml $poll.image }}
    env:
    {{- include "bernstein.environment.redis" $root | nindent 4 }}
    ports:
    - name: http
      containerPort: 80
      protocol: TCP
    readinessProbe:
      httpGet:
        path: /
        port: http
      periodSeconds: 5
      timeoutSeconds: 5
    livenessProbe:
      httpGet:
        path: /
        port: http
      initialDelaySeconds: 15
      timeoutSeconds: 10
    lifecycle:
      preStop:
        exec:
          # Time for Traefik to learn that this instance goes.
          command: [sleep, "5"]
    resources:
      {{- toYaml $poll.resources | nindent 6 }}
{{- end }}
