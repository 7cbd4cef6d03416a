import { elementInfo, isMembers, type ElementName, type ItemElements, type Members } from '../../catalog/contract.ts';
import type { ImportIssue } from '../contract.ts';
import { completeEntries, entrySheets, type EntryElement } from './entry-sheets.ts';
import type { Departments } from './lists.ts';

/** One item of a file, whatever the file's format. */
export interface ListedRow {
  readonly sheet: string;
  readonly sheetRow: number;
  /** How people find it: `事项!A5`, `第3项`. */
  readonly position: string;
  /** The cell that names the department, `事项!C5`, where the row has one. */
  readonly departmentCell?: string;
  /** The cell of the main sheet that says an element, where it has one. */
  cellOf?(element: ElementName): string | undefined;
  readonly code: string;
  readonly name: string;
  readonly department: { readonly id?: string; readonly name: string; readonly regionCode?: string } | undefined;
  readonly said: Partial<ItemElements>;
  /** Parts of elements that have several (limits, handling). */
  readonly parts: ReadonlyMap<ElementName, Members>;
  /** Entries as the sheets say them; whole ones of JSON stand in `said`. */
  readonly entries: ReadonlyMap<EntryElement, readonly Members[]>;
  readonly basedOn: string | undefined;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly issues: readonly ImportIssue[];
}

/** The elements a row says as whole values: parts and entries are laid over what stands. */
export function completeSaid(row: ListedRow, standing: ItemElements | undefined): Partial<ItemElements> {
  const parts = [...row.parts].map(([name, given]): [string, unknown] => [name, { ...basis(name, standing, given), ...given }]);
  const entries = entrySheets.flatMap((sheet): [string, unknown][] => {
    const said = row.entries.get(sheet.element);
    return said ? [[sheet.element, completeEntries(sheet, said, standing)]] : [];
  });
  // Whether the values have the shape of their elements is checked by the schema before anything is written.
  return { ...row.said, ...Object.fromEntries([...parts, ...entries]) } as Partial<ItemElements>;
}

function basis(name: ElementName, standing: ItemElements | undefined, given: Members): Members {
  const value = standing?.[name];
  if (isMembers(value)) return value;
  if (name === 'handling') return { mode: given['url'] === undefined ? 'window' : 'external' };
  return { unit: 'working-day' };
}

/** The department a row names. A name that several departments share needs the region beside it. */
export function findDepartment(row: ListedRow, departments: Departments): { found?: { id: string; name: string; regionCode: string; path: string }; issue?: string } {
  if (!row.department) return {};
  const { id, name, regionCode } = row.department;
  const byId = id === undefined ? undefined : departments.byId(id);
  if (byId) return { found: byId };
  const [found, ...more] = departments.named(name, regionCode);
  const label = elementInfo.departmentName.label;
  if (!found && departments.wasClosed(name, regionCode)) return { issue: `“${label}”的“${name}”已撤销，没有承接的机构，请改为现在承担这项职责的机构。` };
  if (!found) return { issue: `“${label}”的“${name}”${regionCode === undefined ? '' : `（区划${regionCode}）`}不在机构表中，请先在机构管理中设立，或改为机构的全称。` };
  if (more.length > 0) return { issue: `“${label}”的“${name}”有${more.length + 1}个同名机构，请同时填写行政区划代码。` };
  return { found };
}
