-- Writes, of the votes on standard input, those whose voters' last one is among the first :taken, unless the table has it already.
-- It reads byte by byte (LATIN1), so that what is no text does not stop the rest; and no character that a vote can have is a quote to COPY.
SELECT to_regclass('votes') IS NULL AS missing \gset
\if :missing
:table;
\endif
CREATE TEMPORARY TABLE queued (n bigserial, payload text);
\copy queued (payload) FROM pstdin (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')
DELETE FROM queued WHERE n <= (SELECT max(n) FROM queued WHERE payload = 'FLUSHALL');
CREATE FUNCTION pg_temp.parts(payload text) RETURNS text[] LANGUAGE plpgsql AS $function$
BEGIN
  payload := convert_from(convert_to(payload, 'LATIN1'), 'UTF8');
  RETURN array_remove(ARRAY[payload::json ->> 'voter_id', payload::json ->> 'vote'], NULL);
EXCEPTION WHEN others THEN
  RETURN '{}';
END $function$;
CREATE TEMPORARY TABLE cast_votes AS SELECT n, pg_temp.parts(payload) AS parts FROM queued;
WITH latest AS (
  SELECT DISTINCT ON (parts[1]) parts[1] AS id, parts[2] AS vote, n FROM cast_votes WHERE cardinality(parts) = 2 ORDER BY parts[1], n DESC
), written AS (
  INSERT INTO votes (id, vote)
  SELECT id, vote FROM latest
  WHERE n <= :taken AND NOT EXISTS (SELECT FROM votes WHERE votes.id = latest.id AND votes.vote = latest.vote)
  ON CONFLICT (id) DO UPDATE SET vote = excluded.vote WHERE votes.vote IS DISTINCT FROM excluded.vote
  RETURNING id
)
SELECT (SELECT count(*) FROM written) || ' ' || (SELECT count(*) FROM cast_votes WHERE cardinality(parts) < 2);
