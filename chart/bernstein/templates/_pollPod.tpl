{{/* The pods of poll, which come in two versions while a canary runs. Call with (list $ "poll") or (list $ "poll-canary"). */}}
{{- define "bernstein.pollPod" -}}
{{- $root := index . 0 }}
{{- $poll := $root.Values.poll -}}
metadata:
  labels:
    {{- include "bernstein.labels" . | nindent 4 }}
  {{- with include "bernstein.podAnnotations" (list $root "poll" "redis.configmap") }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  restartPolicy: Always
  {{- with include "bernstein.imagePullSecrets" $root }}
  imagePullSecrets:
  {{- . | trim | nindent 2 }}
  {{- end }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- include "bernstein.securityContext.pod" . | nindent 2 }}
  # It serves until it is killed: time for preStop, and for the requests that came before its end.
  terminationGracePeriodSeconds: 10
  {{- include "bernstein.scheduling" . | trim | nindent 2 }}
  containers:
  - name: poll
    {{- include "bernstein.image" . | nindent 4 }}
    {{- include "bernstein.securityContext.container" . | nindent 4 }}
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
    {{- with include "bernstein.temporary.mount" . }}
    volumeMounts:
    {{- . | nindent 4 }}
    {{- end }}
  {{- with include "bernstein.temporary.volume" . }}
  volumes:
  {{- . | nindent 2 }}
  {{- end }}
{{- end }}
