{{/*
Shell that waits until no other pod has a volume: a lock on a file of it, held for as long as the server runs. A file that root made, by an
older release or another podSecurity, is only read by another user. Call with the folder that the volume is mounted at.
*/}}
{{- define "bernstein.lock" -}}
lock={{ . }}/lock
[ -e "$lock" ] || touch "$lock" || {
  echo "User $(id -u) can't write to the volume at {{ . }}: give its folder to that user (chown), or take a class that knows fsGroup" >&2
  exit 1
}
if [ -w "$lock" ]; then exec 9>>"$lock"; else exec 9<"$lock"; fi
flock 9
{{- end }}
