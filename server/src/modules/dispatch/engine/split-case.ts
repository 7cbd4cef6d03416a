import type { ProcessModel } from '@tongban/bpmn-model';
import type { Context } from '../../../kernel/context.ts';
import { findVacant, type Candidate, type PreparedStart, type ProcessStart, type Variables } from '../../../kernel/workflow/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { partsOf, type RoutedCase } from '../../cases/index.ts';
import type { DispatchOutcome } from '../contract.ts';
import { findPlace, placeName, readDirectory, type Directory } from './directory.ts';
import { openFacts } from './gather-facts.ts';
import { aboutCase, addRecord, ruleColumns } from './record.ts';
import { listRulesFor } from './rules-in-force.ts';
import { keepRuns, runDispatchRules, type RuleRun, type Trouble } from './run-rules.ts';

/** A department that a rule lets take part, or leaves out. */
interface Named { readonly place: string; readonly takesPart: boolean }

const collection = 'departments.joint';

/** The posts that a joint process gives a department's task to; undefined when the process has no joint review. */
function jointPosts(model: ProcessModel): string[] | undefined {
  const nodes = model.nodes.filter((node) => 'multi' in node && node.multi?.collection.includes(collection) === true);
  if (nodes.length === 0) return undefined;
  return nodes.flatMap((node) => (node.kind === 'user-task' ? node.candidates.flatMap(({ post }) => (post === undefined || post.startsWith('=') ? [] : [post])) : []));
}

/** Reads the result of the decision 参加部门: records of 机构 and 参加, or names of those who take part. */
function readNamed(result: unknown): Named[] | undefined {
  const rows: readonly unknown[] = Array.isArray(result) ? result : [result];
  const named = rows.map((row): Named | undefined => {
    if (typeof row === 'string' && row.trim() !== '') return { place: row, takesPart: true };
    const { 机构: place, 参加: takesPart } = typeof row === 'object' && row !== null ? row as { 机构?: unknown; 参加?: unknown } : {};
    return typeof place === 'string' && place.trim() !== '' ? { place, takesPart: takesPart !== false } : undefined;
  });
  return named.every((one) => one !== undefined) ? named : undefined;
}

/** Departments after the rules, and those that rules name in vain. */
export interface Split { readonly joint: readonly string[]; readonly run: RuleRun | undefined; readonly runs: readonly RuleRun[]; readonly trouble: Trouble | undefined }

/**
 * Decides by the scene which departments review a case jointly (场景拆单, DEC-07): those of the item, with those that rules add
 * and without those that they leave out. Processes without a joint review are left alone.
 */
export async function prepareStart(ctx: Context, start: ProcessStart): Promise<PreparedStart> {
  const given = start.subject as RoutedCase | undefined;
  const decided = given && await decideSplit(ctx, start, given);
  if (given === undefined || decided === undefined) return { variables: start.variables, record: () => {} };
  const { record } = given;
  const { variables, split, path, words } = decided;
  return {
    variables,
    record: (batch) => addRecord(ctx, batch, {
      ...aboutCase(record, path), kind: 'split', taskId: null, taskName: '并联审查', step: 'review', sequence: 0,
      outcome: outcomeOf(split), ...ruleColumns(split.run, split.trouble), evaluationId: keepRuns(ctx, batch, split.runs, record, split.run ?? split.runs.at(-1)),
      targetOrganizationId: null, targetOrganizationName: null, targetOrganizationPath: null, targetPostCode: null, targetPostName: null, target: words,
    }),
  };
}

export function outcomeOf({ run, trouble }: Split): DispatchOutcome {
  return trouble !== undefined && trouble.code !== 'no-rule' ? 'fell-back' : run ? 'by-rule' : 'by-process';
}

/** What the rules in force come to for a case. */
export interface DecidedSplit { readonly variables: Variables; readonly split: Split; readonly path: string; readonly words: string }

/** Asks the rules in force which departments review a case jointly, and keeps nothing; undefined where the process has no joint review. */
export async function decideSplit(ctx: Context, start: Pick<ProcessStart, 'model' | 'variables'>, { record, answers }: RoutedCase): Promise<DecidedSplit | undefined> {
  const posts = jointPosts(start.model);
  if (posts === undefined) return undefined;
  const directory = await readDirectory(ctx);
  const path = directory.places.get(record.organizationId)?.path ?? '';
  const rules = await listRulesFor(ctx, 'split', { path, regionCode: record.regionCode });
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const parts = partsOf(version.elements);
  const source = openFacts(ctx, { record, version, directory, variables: start.variables, joint: parts.joint, answers });
  const runs: RuleRun[] = [];
  for (const one of rules) runs.push(await runDispatchRules(ctx, one, source));
  const split = await applyRuns(ctx, directory, runs, { usual: parts.joint, lead: parts.lead, posts, regionCode: record.regionCode });
  return {
    variables: { ...start.variables, departments: { ...parts, joint: split.joint } }, split, path,
    words: split.joint.length === 0 ? '不需要联办部门' : split.joint.map((id) => nameOf(directory, id)).join('、'),
  };
}

function nameOf({ places }: Directory, id: string): string {
  const place = places.get(id);
  return place ? placeName(place) : '';
}

interface Setting { readonly usual: readonly string[]; readonly lead: string; readonly posts: readonly string[]; readonly regionCode: string }

/** Lets every rule set that fitted have its say, the nearest first; of one department the first word counts. */
async function applyRuns(ctx: Context, directory: Directory, runs: readonly RuleRun[], setting: Setting): Promise<Split> {
  const said = new Map<string, boolean>();
  const troubles: Trouble[] = runs.flatMap(({ trouble }) => trouble ?? []);
  let first: RuleRun | undefined;
  for (const run of runs.filter(({ result }) => result !== undefined && !(Array.isArray(result) && result.length === 0))) {
    const named = readNamed(run.result);
    if (named === undefined) {
      troubles.push({ code: 'bad-result', words: `规则“${run.rules.name}”的结果没有写出机构` });
      continue;
    }
    first ??= run;
    for (const { place: written, takesPart } of named) {
      const found = findPlace(directory, written, setting.regionCode);
      if (!found.ok) troubles.push(found);
      else if (!said.has(found.value.id)) said.set(found.value.id, takesPart);
    }
  }
  const added = await withOfficers(ctx, directory, [...said].flatMap(([id, takesPart]) => (takesPart && !setting.usual.includes(id) && id !== setting.lead ? [id] : [])), setting.posts, troubles);
  const joint = [...setting.usual.filter((id) => said.get(id) !== false), ...added];
  const words = [...new Set(troubles.map((trouble) => trouble.words))].join('；');
  const [trouble] = troubles;
  const silent = runs.length > 0 && first === undefined && trouble === undefined;
  return { joint, runs, run: first ?? runs.find((run) => run.trouble !== undefined), trouble: trouble ? { code: trouble.code, words } : silent ? { code: 'no-rule', words: '拆单规则没有一行适用' } : undefined };
}

/** Those of the departments that have an officer in one of the posts: a department without one would stop the case when its turn comes. */
async function withOfficers(ctx: Context, directory: Directory, ids: readonly string[], posts: readonly string[], troubles: Trouble[]): Promise<string[]> {
  const staffed: string[] = [];
  for (const id of ids) {
    const candidates: Candidate[] = posts.length === 0 ? [{ organisation: id }] : posts.map((post) => ({ organisation: id, post }));
    if ((await findVacant(ctx.kernel, candidates)).length < candidates.length) staffed.push(id);
    else troubles.push({ code: 'vacant', words: `规则写的“${nameOf(directory, id)}”没有审查人员` });
  }
  return staffed;
}
