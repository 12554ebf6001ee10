# What the transcripts of files/backup.sh begin with: a table of a thousand votes, and the folder claim in the place of the volume.
mkdir claim
export POSTGRES_HOST=$PGHOST POSTGRES_USER=$PGUSER POSTGRES_DB=$PGDATABASE POSTGRES_PORT=5432 POSTGRES_PASSWORD=password BACKUPS=$HERE/claim KEEP=2
sql() { psql --no-psqlrc --quiet --no-align --tuples-only "--dbname=${2-$PGDATABASE}" --command "$1"; }
votes() { sql 'TABLE votes' | sort; }
# The script, whose process the programs in the folder $INSTEAD know as $SCRIPT.
run() { bash -c 'export SCRIPT=$$ PATH="${INSTEAD:+$INSTEAD:}$PATH"; exec bash "$0" "$1"' "$PROJECT/chart/bernstein/files/backup.sh" "$1"; }
backup() { run backup; }
# As the Job of this NAME does it.
restore() { JOB=$1 run restore; }
# Puts a PROGRAM before that of the same name, which is $REAL there.
instead() { program "instead/$1" "REAL=$(command -v "$1"); $2" && INSTEAD=$HERE/instead; }
export INSTEAD
# Gives the backup of a NUMBER another time.
dated() { local file=(claim/votes-"$1"-*) && mv "${file[0]}" "claim/votes-$1-$2-${file##*-}"; }

sql "CREATE TABLE votes (id text PRIMARY KEY, vote text NOT NULL);
  INSERT INTO votes SELECT 'voter ' || number, chr(97 + number % 4) FROM generate_series(1, 1000) AS number"
