import type { Context } from '../../../kernel/context.ts';
import { elementInfo, isElementName, isSame, type ElementName, type ItemElements, type QualityFinding } from '../../catalog/contract.ts';
import { checkVersions, findStandingItems, loadRuleSet } from '../../catalog/index.ts';
import { findContentFaults } from '../../item-exchange/index.ts';
import { askedElements, type TaskRecord } from '../queries/get-task.ts';
import type { AnswerRecord } from '../queries/list-answers.ts';

/** What a department says of one item. */
export interface Filled {
  readonly answer: AnswerRecord;
  readonly values: Partial<ItemElements>;
  readonly replies: Readonly<Record<string, string>>;
}

/** What is to be said of one element of an answer; an error keeps the answer from being taken. */
export interface AnswerFault { readonly element: ElementName; readonly severity: 'error' | 'warning'; readonly message: string }

/**
 * Checks answers as the form of an item would: each element by its definition, then what the department changed by the
 * city's quality rules. What was wrong before the survey is not held against the department, so only new findings count.
 */
export async function checkFilled(ctx: Context, task: TaskRecord, filled: readonly Filled[]): Promise<Map<Filled, AnswerFault[]>> {
  const asked = askedElements(task);
  const faults = new Map(filled.map((one) => [one, findContentFaults(one.values, asked).map(({ element, message }): AnswerFault => ({ element, severity: 'error', message }))]));
  // Rules presume that every element has its shape.
  const changed = filled.filter((one) => faults.get(one)?.length === 0 && asked.some((name) => !isSame(one.answer.base[name], one.values[name])));
  if (changed.length === 0) return faults;
  const [standing, rules] = [await findStandingItems(ctx, changed.map(({ answer }) => answer.code)), await loadRuleSet(ctx.kernel)];
  const known = changed.flatMap((one) => { const item = standing.get(one.answer.code); return item ? [{ one, itemId: item.id, elements: item.version.elements }] : []; });
  const check = (valuesOf: (one: Filled) => Filled['values']) =>
    checkVersions(ctx.kernel, known.map(({ one, itemId, elements }) => ({ itemId, mark: '', elements: { ...elements, ...valuesOf(one) } })), rules);
  const [before, after] = [await check(({ answer }) => answer.base), await check(({ values }) => values)];
  for (const [index, { one }] of known.entries()) faults.set(one, newFaults(before[index]?.findings ?? [], after[index]?.findings ?? [], new Set(asked)));
  return faults;
}

function newFaults(before: readonly QualityFinding[], after: readonly QualityFinding[], asked: ReadonlySet<ElementName>): AnswerFault[] {
  const identity = ({ rule, path, message }: QualityFinding): string => [rule, path, message].join('\n');
  const old = new Set(before.map(identity));
  return after.filter((finding) => finding.exception === undefined && !old.has(identity(finding))).flatMap(({ path, severity, message }): AnswerFault[] => {
    const element = path.split('.')[0] ?? '';
    if (!isElementName(element)) return [];
    // What the sheet does not ask cannot be mended in it.
    return [{ element, severity: asked.has(element) ? severity : 'warning', message: `“${elementInfo[element].label}”：${message}` }];
  });
}
