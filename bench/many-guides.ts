import type { Kernel } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { itemColumnsOf } from '../server/src/modules/catalog/item-columns.ts';
import type { ItemElements } from '../server/src/modules/catalog/contract.ts';
import { seedItems, toItemElements, widerItems } from '../server/src/seed/content/index.ts';
import { itemNames, matters, objects, places } from './many-items.ts';

/** Counties of the places of `many-items`, in their order. */
const regionCodes = [
  511602, 511603, 511621, 511622, 511623, 511681, 511302, 511303, 511304, 511321, 511322, 511323, 511324, 511325, 511381,
  511702, 511703, 511722, 511723, 511724, 511725, 511781, 511902, 511903, 511921,
].map((code) => `${code}000000`);
const departmentsEach = 20;

/** Task type of an item by what is to be done, 许可 … 信息查询; public service, confirmation and other powers beside permits. */
const taskTypes: Readonly<Record<(typeof matters)[number], string>> = {
  许可: '01', 审批: '01', 备案: '10', 登记: '07', 变更: '01', 延续: '01', 注销: '01', 补办: '20', 年度核查: '10', 信息查询: '20',
};
const tagCodes = ['one-photo', 'cross-province', 'within-province', 'sichuan-chongqing', 'same-city'];
const lifeStages = ['birth', 'education', 'employment', 'marriage', 'housing', 'daily-life', 'travel'];

/** A department of a county that has implementation lists. */
export interface ListedDepartment {
  readonly id: string;
  readonly path: string;
  readonly regionCode: string;
  readonly name: string;
}

/** What `loadGuides` has made. */
export interface Guides {
  readonly count: number;
  readonly departments: readonly ListedDepartment[];
}

/** Complete guides as departments write them, each item's own: text, questions and forms are different from name to name. */
export function guideOf(index: number, name: string): ItemElements {
  const all = [...seedItems, ...widerItems];
  const seed = all[index % all.length];
  if (!seed) throw new Error('there are no seed items');
  const elements = toItemElements(seed, () => '00000000-0000-7000-8000-000000000000');
  // Part of every text that names the item, so that no two guides share a form, a question or a clause.
  const own = JSON.parse(JSON.stringify(elements).replaceAll(elements.name, name)) as ItemElements;
  const matter = matters[index % matters.length] ?? '许可';
  return {
    ...own, name, aliases: [], mainItemName: name, taskType: taskTypes[matter], tags: tagCodes.filter((_code, at) => (index + at) % 4 === 0),
    personLifeStages: lifeStages.filter((_code, at) => (index + at) % 7 === 0), forms: own.forms.map((form) => ({ ...form, name: `${name}申请表` })),
  };
}

/** Adds the governments of the places with so many departments each. */
export async function addDepartments(kernel: Kernel): Promise<ListedDepartment[]> {
  const rows = places.flatMap((place, at) => {
    const regionCode = regionCodes[at] ?? '';
    const government = { id: createId(), parent_id: null as string | null, path: '', name: `${place}人民政府`, kind: 'government', region_code: regionCode, valid_from: '2020-01-01', revision: 1 };
    government.path = `/${government.id}/`;
    const departments = Array.from({ length: departmentsEach }, (_none, number) => {
      const id = createId();
      return { ...government, id, parent_id: government.id, path: `${government.path}${id}/`, name: `${place}第${number + 1}局`, kind: 'department' };
    });
    return [government, ...departments];
  });
  await kernel.db.pool.query('INSERT INTO organization.organization SELECT * FROM json_populate_recordset(NULL::organization.organization, $1::json)', [JSON.stringify(rows)]);
  return rows.filter(({ kind }) => kind === 'department').map(({ id, path, region_code: regionCode, name }) => ({ id, path, regionCode, name }));
}

/** The guides once each; which of the departments of a place has an item follows from what it is about. */
async function writeNames(kernel: Kernel, names: readonly string[]): Promise<void> {
  const { pool } = kernel.db;
  await pool.query(`CREATE TABLE bench.guide (number int, department int, name text, task_type text, tags text[], life_stages text[], staff_vector tsvector, elements jsonb)`);
  const perObject = itemNames.length / objects.length;
  for (let from = 0; from < names.length; from += 200) {
    const rows = names.slice(from, from + 200).map((name, at) => {
      const elements = guideOf(from + at, name);
      // Where it is offered comes with the department.
      const { taskType, tags, lifeStages: stages, staffVector } = itemColumnsOf({ ...elements, organizationId: '', regionCode: '', localTaskCode: '' });
      return { number: from + at, department: Math.floor((from + at) / perObject) % departmentsEach, name, task_type: taskType, tags, life_stages: stages, staff_vector: staffVector, elements };
    });
    await pool.query('INSERT INTO bench.guide SELECT * FROM json_populate_recordset(NULL::bench.guide, $1::json)', [JSON.stringify(rows)]);
  }
}

/** States as a city's are: most published, some of these with a further draft, some never published. */
const spread = `
  SELECT gen_random_uuid() AS id, gen_random_uuid() AS version_id, gen_random_uuid() AS draft_id, p.region, p.place || g.name AS name, g.task_type, g.tags, g.life_stages, g.staff_vector, g.elements,
    p.region || '-' || lpad(g.number::text, 6, '0') AS code, d.id AS organization_id, d.path AS organization_path, d.name AS department_name,
    CASE WHEN random() < 0.1 THEN 'draft' WHEN random() < 0.05 THEN 'both' ELSE 'published' END AS kind, now() - random() * interval '700 days' AS changed
  FROM bench.guide g CROSS JOIN unnest($1::text[], $2::text[]) WITH ORDINALITY AS p (place, region, at)
  JOIN LATERAL (SELECT o.id, o.path, o.name FROM organization.organization o WHERE o.region_code = p.region AND o.kind = 'department' ORDER BY o.id OFFSET g.department LIMIT 1) d ON true
  WHERE p.at = $3`;

const writeItems = `
  INSERT INTO catalog.item (id, local_task_code, name, task_type, region_code, organization_id, organization_path, department_name, source, latest_version_id, latest_version_number,
    latest_state, published_version_id, import_findings, created_at, updated_at, tags, life_stages, error_count, staff_vector)
  SELECT id, code, name, task_type, region, organization_id, organization_path, department_name, CASE WHEN random() < 0.3 THEN 'import' ELSE 'platform' END,
    CASE kind WHEN 'published' THEN version_id ELSE draft_id END, CASE kind WHEN 'both' THEN 2 ELSE 1 END, CASE kind WHEN 'published' THEN 'published' ELSE 'draft' END,
    CASE kind WHEN 'draft' THEN NULL ELSE version_id END, '[]', changed, changed, tags, life_stages, CASE WHEN random() < 0.2 THEN NULL ELSE (random() * random() * 8)::int END,
    staff_vector || array_to_tsvector(ARRAY['o~' || organization_id, 'r~' || left(region, 2), 'r~' || left(region, 4), 'r~' || left(region, 6), 'k~' || code])
  FROM made ORDER BY random()`;

const writeVersions = `
  INSERT INTO catalog.item_version (id, item_id, number, state, revision, elements, created_at, created_by_id, created_by_name, published_at)
  SELECT v.id, m.id, v.number, v.state, 1, m.elements || jsonb_build_object('name', m.name, 'localTaskCode', m.code, 'regionCode', m.region, 'organizationId', m.organization_id,
    'departmentName', m.department_name, 'handlingDepartments', '[]'::jsonb), m.changed, 'bench', '编制员', CASE v.state WHEN 'published' THEN m.changed END
  FROM made m CROSS JOIN LATERAL (VALUES (m.version_id, 1, 'published'), (m.draft_id, CASE m.kind WHEN 'both' THEN 2 ELSE 1 END, 'draft')) AS v (id, number, state)
  WHERE CASE v.state WHEN 'published' THEN m.kind <> 'draft' ELSE m.kind <> 'published' END`;

/** Fills the catalogue with the lists of as many counties as make `count` items of 4,000 names; indexes are built after the rows. */
export async function loadGuides(kernel: Kernel, count: number, log: (line: string) => void): Promise<Guides> {
  const departments = await addDepartments(kernel);
  await kernel.db.pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  await writeNames(kernel, itemNames.slice(0, Math.round(count / places.length)));
  const work = async (half: number): Promise<void> => {
    const client = await kernel.db.pool.connect();
    try {
      await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET statement_timeout = 0; SET jit = off`);
      for (let at = 1 + half; at <= places.length; at += 2) {
        await client.query('DROP TABLE IF EXISTS made');
        await client.query(`CREATE TEMP TABLE made AS ${spread}`, [places, regionCodes, at]);
        await client.query(writeItems);
        await client.query(writeVersions);
        if (half === 0) log(`guides of ${places[at - 1]} are written`);
      }
    } finally {
      client.release(true);
    }
  };
  await Promise.all([work(0), work(1)]);
  const client = await kernel.db.pool.connect();
  for (const statement of ['SET statement_timeout = 0', 'VACUUM ANALYZE catalog.item', 'VACUUM ANALYZE catalog.item_version', 'CHECKPOINT']) await client.query(statement);
  client.release(true);
  const { rows: [made] } = await kernel.db.pool.query<{ count: number }>('SELECT count(*) AS count FROM catalog.item');
  return { count: made?.count ?? 0, departments };
}
