import { covers, type DataScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findFaults } from '../../../kernel/http/validation.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { elementLabel, elementLabels, ItemElements, type ElementName } from '../../catalog/contract.ts';
import { findStandingItems, planIncoming, type IncomingPlan, type StandingItem } from '../../catalog/index.ts';
import type { ImportIssue, RowVerdict } from '../contract.ts';
import type { SaidItem } from '../tables.ts';
import type { Departments } from './lists.ts';
import { completeSaid, findDepartment, type ListedRow } from './listed-row.ts';

/** What a row means for what stands now. */
export interface PlannedRow {
  readonly row: ListedRow;
  readonly name: string;
  readonly departmentName: string;
  readonly verdict: RowVerdict;
  readonly changes: readonly ElementName[];
  readonly differences: readonly ElementName[];
  readonly issues: readonly ImportIssue[];
  /** Null for a row that is refused or says nothing new. */
  readonly said: SaidItem | null;
  readonly itemId: string | null;
}

/** What rows are judged by. */
export interface Judge {
  readonly departments: Departments;
  readonly scope: DataScope;
  /** Codes of the file so far, with the position of each. */
  readonly seen: Map<string, string>;
}

/** Judges some rows together: one query for all of them. */
export async function planRows(ctx: Context, rows: readonly ListedRow[], judge: Judge): Promise<PlannedRow[]> {
  const standing = await findStandingItems(ctx, [...new Set(rows.map(({ code }) => code).filter((code) => code !== ''))]);
  const turn = takeTurns();
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    planned.push(planRow(ctx, row, standing.get(row.code), judge));
    await turn();
  }
  return planned;
}

function planRow(ctx: Context, row: ListedRow, standing: StandingItem | undefined, judge: Judge): PlannedRow {
  const issues = [...row.issues];
  const refuse = (message: string, position = row.position): void => { issues.push({ position, severity: 'error', message }); };
  const earlier = row.code === '' ? undefined : judge.seen.get(row.code);
  if (earlier === undefined) judge.seen.set(row.code, row.position);
  else refuse(`编码“${row.code}”与 ${earlier} 重复，请核对后只保留一行。`);
  const { found, issue } = findDepartment(row, judge.departments);
  if (issue !== undefined) refuse(issue, row.departmentCell);
  const said = {
    ...completeSaid(row, standing?.version.elements),
    ...(found ? { organizationId: found.id, departmentName: departmentNameOf(found, standing), ...(row.said.regionCode === undefined && !standing ? { regionCode: found.regionCode } : {}) } : {}),
  };
  const plan = planIncoming({ localTaskCode: row.code, said, findings: row.findings, basedOn: row.basedOn }, standing);
  for (const place of [found && { organizationPath: found.path, regionCode: found.regionCode }, standing]) {
    if (place && !covers(judge.scope, ctx.actor, place)) { refuse('这个部门的事项不在您可以编制的范围内。', row.departmentCell); break; }
  }
  issues.push(...contentIssues(row, issues, plan));
  const refused = issues.some(({ severity }) => severity === 'error');
  return {
    row, issues, name: row.name || standing?.version.elements.name || '', departmentName: found?.name ?? row.department?.name ?? standing?.version.elements.departmentName ?? '',
    verdict: refused ? 'refused' : plan.verdict, changes: refused ? [] : plan.changes, differences: refused ? [] : plan.differences, itemId: standing?.id ?? null,
    said: refused || plan.verdict === 'unchanged' ? null : toSaid(row, said, found?.path),
  };
}

/** A department found by another spelling keeps the name the item shows. */
function departmentNameOf({ id, name }: { id: string; name: string }, standing: StandingItem | undefined): string {
  return standing?.version.elements.organizationId === id ? standing.version.elements.departmentName : name;
}

function toSaid(row: ListedRow, said: Partial<ItemElements>, organizationPath: string | undefined): SaidItem {
  return {
    said, findings: row.findings, ...(row.basedOn === undefined ? {} : { basedOn: row.basedOn }), ...(organizationPath === undefined ? {} : { organizationPath }),
  };
}

function contentIssues(row: ListedRow, told: readonly ImportIssue[], plan: IncomingPlan): ImportIssue[] {
  // What a wrong cell left out is told at the cell already.
  if (told.some(({ severity }) => severity === 'error')) return [];
  const error = (message: string): ImportIssue => ({ position: row.position, severity: 'error', message });
  // A department, its name and its region come together.
  const missing = elementLabels(plan.missing.map((name) => (name === 'regionCode' ? 'departmentName' : name)));
  if (missing.length > 0) return missing.map((label) => error(`新增的事项必须填写“${label}”。`));
  const touched = [...plan.changes, ...plan.differences];
  // A new item's content is what the row says already.
  const whole = plan.standing ? { ...plan.elements, ...plan.incoming.said } : plan.elements;
  return findContentFaults(whole, touched).map(({ message }) => error(message));
}

/** What is wrong with some elements of an item by their definition, each as a sentence that names the element. */
export function findContentFaults(whole: Partial<ItemElements>, touched: readonly ElementName[]): { element: ElementName; message: string }[] {
  return findFaults(ItemElements, whole).flatMap(({ path, message }) => {
    const element = touched.find((name) => name === path.split('.')[0]);
    return element === undefined ? [] : [{ element, message: `“${elementLabel(path)}”${entryOf(path)}${message}` }];
  }).slice(0, 20);
}

function entryOf(path: string): string {
  const index = Number(path.split('.')[1]);
  return Number.isInteger(index) ? `第${index + 1}条：` : '：';
}
