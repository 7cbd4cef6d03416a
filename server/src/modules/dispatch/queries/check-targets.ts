import type { Context } from '../../../kernel/context.ts';
import type { RuleSetContent } from '../../../kernel/rules/contract.ts';
import { findVacant, type Candidate } from '../../../kernel/workflow/index.ts';
import { decisionOf, dispatchFacts, reasonMends, type DispatchKind, type DispatchReason, type RuleTargetProblem } from '../contract.ts';
import { findPlace, placeName, type Directory, type Found, type Place } from '../engine/directory.ts';

type Problem = Omit<RuleTargetProblem, 'version'>;
type Table = Extract<RuleSetContent['decisions'][number]['logic'], { kind: 'table' }>;

const literal = /^\s*"((?:[^"\\]|\\.)*)"\s*$/;
const told = (words: string, mend: string, row: number | null = null): Problem => ({ row, message: words, mend });
const because = (code: DispatchReason, words: string, row: number): Problem => told(words, reasonMends[code], row);

/** What a rule set names that is not there, or asks for that it is never told: said where rules are listed, before a case meets it. */
export async function checkTargets(ctx: Context, directory: Directory, kind: DispatchKind, content: RuleSetContent, regionCode: string): Promise<Problem[]> {
  const known = new Set(dispatchFacts.filter(({ kinds }) => kinds === undefined || kinds.includes(kind)).map(({ name }) => name));
  const strange = content.inputs.filter(({ name, optional }) => name !== '' && optional !== true && !known.has(name))
    .map(({ name }) => told(`数据“${name}”没有来源，规则运行时缺少它`, `请改用分发规则可用的数据：${[...known].join('、')}。`));
  const decision = content.decisions.find(({ name }) => name === decisionOf[kind]);
  if (!decision) return [...strange, told(`没有名为“${decisionOf[kind]}”的决策`, '请把给出去向的决策改为这个名称。')];
  if (decision.logic.kind !== 'table') return strange;
  return [...strange, ...await checkRows(ctx, directory, decision.logic, regionCode)];
}

async function checkRows(ctx: Context, directory: Directory, table: Table, regionCode: string): Promise<Problem[]> {
  const column = (name: string): number => table.outputs.findIndex((output) => output.name === name);
  const [place, post] = [table.outputs.length === 1 ? 0 : column('机构'), column('岗位')];
  const problems: Problem[] = [];
  const wanted: { row: number; candidate: Candidate; words: string }[] = [];
  for (const [index, { outputs }] of table.rules.entries()) {
    const row = index + 1;
    const [where, what] = [literalAt(outputs, place), literalAt(outputs, post)];
    const found: Found<Place> | undefined = where === undefined ? undefined : findPlace(directory, where, regionCode);
    const known = what === undefined ? undefined : directory.posts.get(what);
    if (found && !found.ok) problems.push(because(found.code, found.words, row));
    if (what !== undefined && !known) problems.push(because('unknown-post', `规则写的岗位“${what}”不存在`, row));
    if (found?.ok && (what === undefined || known)) {
      wanted.push({ row, candidate: { organisation: found.value.id, ...(known ? { post: known.code } : {}) }, words: `${placeName(found.value)}${known?.name ?? ''}` });
    }
  }
  for (const { row, candidate, words } of wanted) {
    if ((await findVacant(ctx.kernel, [candidate])).length > 0) problems.push(because('vacant', `规则写的“${words}”没有在岗人员`, row));
  }
  return problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)).slice(0, 50);
}

function literalAt(cells: readonly string[], index: number): string | undefined {
  const text = literal.exec(cells[index] ?? '')?.[1];
  return text === undefined || text.trim() === '' ? undefined : text;
}
