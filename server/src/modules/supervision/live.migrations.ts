import { defineMigration } from '../../kernel/db/index.ts';

interface Told { table: string; name: string; topic: string; also?: string }

/** Rows that tell the readers of a topic when they come or change; `also` are ids of officers who are told wherever they belong. */
const told: readonly Told[] = [
  { table: 'signal', name: 'signal', topic: 'supervision.board' },
  { table: 'supervision_order', name: 'order', topic: 'supervision.orders', also: 'lead_id' },
  { table: 'spot_case', name: 'spot_case', topic: 'supervision.spot-checks', also: 'inspector_id' },
];

const places = ({ topic, also }: Told): string => `
  INSERT INTO live.change (topic) SELECT DISTINCT r.topic FROM (SELECT DISTINCT organization_path, region_code FROM after) AS p CROSS JOIN LATERAL supervision.readers_of('${topic}', p.organization_path, p.region_code) AS r (topic)
  ${also === undefined ? '' : `UNION SELECT '${topic}/u:' || ${also} FROM after WHERE ${also} IS NOT NULL`};`;

const triggers = (one: Told): string => `
CREATE FUNCTION supervision.tell_${one.name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN${places(one)}
  RETURN NULL;
END $$;
CREATE TRIGGER ${one.name}_come_live AFTER INSERT ON supervision.${one.table} REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION supervision.tell_${one.name}();
CREATE TRIGGER ${one.name}_changed_live AFTER UPDATE ON supervision.${one.table} REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION supervision.tell_${one.name}();`;

/** Pages of supervision are told of what has changed within the scope of their readers (ADR 0013). */
export const supervisionLive = defineMigration('20261203-84-supervision-live', `
-- Who is told of what belongs somewhere: who has all, a region above it, or an organisation above it.
CREATE FUNCTION supervision.readers_of(topic text, path text, region text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT topic || '/all' UNION ALL SELECT topic || '/r:' || left(region, digits) FROM unnest(ARRAY[2, 4, 6, 9, 12]) AS digits
  UNION ALL SELECT topic || '/o:' || id FROM unnest(string_to_array(path, '/')) AS id WHERE id <> ''
$$;
${told.map(triggers).join('\n')}
CREATE FUNCTION supervision.tell_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO live.change (topic) VALUES ('supervision.rules');
  RETURN NULL;
END $$;
CREATE TRIGGER rule_live AFTER INSERT OR UPDATE ON supervision.rule FOR EACH STATEMENT EXECUTE FUNCTION supervision.tell_rules();
CREATE TRIGGER recheck_live AFTER INSERT OR UPDATE OR DELETE ON supervision.recheck FOR EACH STATEMENT EXECUTE FUNCTION supervision.tell_rules();
`);
