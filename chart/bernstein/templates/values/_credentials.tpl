{{- define "bernstein.mistakes.credentials" }}
{{- $root := first . }}
{{- $claim := last . }}
{{- $postgres := $root.Values.postgres }}
{{- $secret := lookup "v1" "Secret" $root.Values.namespace "postgres" }}
{{- $foreign := and $postgres.volume.existingClaim (ne (include "bernstein.kept.mounted" $root) $claim) }}
{{- $leave := "leave it empty, the Secret postgres has the old one, and change it once the release runs (docs/operations.md)" }}
{{- if not $postgres.existingSecret }}
{{- /* An upgrade may bring another password: told to the database before, it is right. */}}
{{- range $key := ternary (list "user" "password") (list "user") $root.Release.IsInstall }}
{{- $held := dig "data" (print "POSTGRES_" (upper $key)) "" $secret | b64dec }}
{{- if and $held (get $postgres $key) (ne $held (get $postgres $key)) }}
postgres.{{ $key }} is not the one that the votes on the claim {{ $claim }} were written with:
  {{ ternary (print "set it to " $held) $leave (eq $key "user") }}; or delete claim and Secret postgres, and every vote with them
{{- end }}
{{- end }}
{{- if not (or $secret $postgres.password $foreign) }}
postgres.password is empty, and the votes on the claim {{ $claim }} have a password that no Secret postgres holds: set it, or
  postgres.existingSecret, to what they were written with
{{- end }}
{{- end }}
{{- end }}
