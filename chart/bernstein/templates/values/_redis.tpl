{{- define "bernstein.mistakes.redis" }}
{{- with .Values.redis }}
{{- /* With the guards, a profile has brought the claim of a redis of ours. */}}
{{- include "bernstein.mistakes.rows" (list
  (list (and .external.host .volume.enabled (not $.Values.guards.enabled))
    "redis.external.host and redis.volume.enabled are both set: remove one, a Redis outside the cluster keeps the queue itself")
  (list (and .external.host .ledger.enabled)
    "redis.external.host and redis.ledger.enabled are both set: remove one, the ledger reads the file of our own redis")
  (list (and .ledger.enabled (not .external.host) (not .volume.enabled))
    "redis.ledger.enabled needs redis.volume.enabled: without a claim, the votes that it reads are lost with the pod")) }}
{{- end }}
{{- end }}
