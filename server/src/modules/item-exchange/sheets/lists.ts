import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { choiceList, plainTitle, type ChoiceList } from '../../../kernel/spreadsheets/index.ts';
import { elementInfo, elementNames } from '../../catalog/contract.ts';
import type { Lists } from './field.ts';

const shortLists: readonly (readonly [string, ChoiceList])[] = [
  ['audiences', choiceList([{ code: 'person', name: '个人' }, { code: 'company', name: '法人' }])],
  ['limit-unit', choiceList([{ code: 'working-day', name: '工作日' }, { code: 'calendar-day', name: '自然日' }])],
  ['review-stage', choiceList([{ code: 'acceptance', name: '受理' }, { code: 'review', name: '审查' }, { code: 'decision', name: '决定' }])],
  ['handling-mode', choiceList([{ code: 'platform', name: '本平台' }, { code: 'external', name: '其他网站' }, { code: 'window', name: '窗口' }])],
];

/** Dictionaries of entries, which the elements' own definitions do not name. */
const entryDictionaries = ['material-type', 'material-form', 'material-necessity', 'material-source', 'result-type', 'licence-stage', 'special-procedure', 'penalty-kind'];

/** The lists that columns offer and are read by: the dictionaries' entries in use, and the short ones. */
export async function loadLists(ctx: Pick<Context, 'kernel'>): Promise<Lists> {
  const wanted = [...entryDictionaries, ...elementNames.flatMap((name) => elementInfo[name].dictionary ?? [])];
  const dictionaries = await listDictionaries(ctx.kernel, [...new Set(wanted)]);
  const empty = choiceList([]);
  return new Map([
    ...wanted.map((name) => [name, empty] as const),
    ...[...dictionaries].map(([name, { entries }]) => [name, choiceList(entries.filter(({ active }) => active))] as const),
    ...shortLists,
  ]);
}

/** A department that may implement items. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly path: string;
  /** Its name, with the region's where two departments share it. */
  readonly label: string;
}

/** The present departments and the ways lists name them. */
export class Departments {
  readonly all: readonly Department[];
  readonly #byId: ReadonlyMap<string, Department>;
  readonly #byName = new Map<string, Department[]>();

  constructor(all: readonly (Department & { readonly shortName: string | null })[]) {
    this.all = all;
    this.#byId = new Map(all.map((department) => [department.id, department]));
    for (const department of all) {
      for (const name of new Set([department.name, department.label, department.shortName ?? department.name].map(plainTitle))) {
        this.#byName.set(name, [...this.#byName.get(name) ?? [], department]);
      }
    }
  }

  byId(id: string): Department | undefined {
    return this.#byId.get(id);
  }

  /** The departments a name can mean, within a region where one is given. */
  named(name: string, regionCode: string | undefined): Department[] {
    const found = this.#byName.get(plainTitle(name)) ?? [];
    return regionCode === undefined ? found : found.filter((department) => department.regionCode === regionCode);
  }
}

/** Reads the departments that exist today. */
export async function loadDepartments(ctx: Pick<Context, 'kernel'>): Promise<Departments> {
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization as o').leftJoin('organization.region as r', 'r.code', 'o.regionCode')
    .select(['o.id', 'o.name', 'o.shortName', 'o.regionCode', 'o.path', 'r.name as regionName']).where('o.validTo', 'is', null).orderBy('o.path').execute();
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Departments(rows.map(({ regionName, ...row }) => ({ ...row, label: (counts.get(row.name) ?? 0) > 1 ? `${row.name}（${regionName ?? row.regionCode}）` : row.name })));
}
