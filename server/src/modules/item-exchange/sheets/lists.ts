import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import { listSuccessors } from '../../../kernel/organization/index.ts';
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

/** A department that is no more, and who goes on with its work. */
export interface FormerDepartment {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly regionCode: string;
  readonly successorId: string | undefined;
}

/** The present departments and the ways lists name them; one that was merged leads to its successor (ORG-01). */
export class Departments {
  readonly all: readonly Department[];
  readonly #former: readonly FormerDepartment[];
  readonly #byId: ReadonlyMap<string, Department>;
  readonly #byName = new Map<string, Department[]>();

  constructor(all: readonly (Department & { readonly shortName: string | null })[], former: readonly FormerDepartment[]) {
    this.all = all;
    this.#former = former;
    const present = new Map(all.map((department) => [department.id, department]));
    const merged = former.flatMap(({ id, successorId }) => { const successor = present.get(successorId ?? ''); return successor ? [[id, successor] as const] : []; });
    this.#byId = new Map([...present, ...merged]);
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
    const found = (this.#byName.get(plainTitle(name)) ?? []).filter((department) => regionCode === undefined || department.regionCode === regionCode);
    return found.length > 0 ? found : [...new Set(this.#formerly(name, regionCode).flatMap(({ id }) => this.#byId.get(id) ?? []))];
  }

  /** Whether the name is that of a department which is no more. */
  wasClosed(name: string, regionCode: string | undefined): boolean {
    return this.#formerly(name, regionCode).length > 0;
  }

  #formerly(name: string, regionCode: string | undefined): FormerDepartment[] {
    const title = plainTitle(name);
    return this.#former.filter((one) => (regionCode === undefined || one.regionCode === regionCode) && [one.name, one.shortName ?? one.name].map(plainTitle).includes(title));
  }
}

/** Reads the departments, those that are no more with their successors. */
export async function loadDepartments(ctx: Pick<Context, 'kernel'>): Promise<Departments> {
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization as o').leftJoin('organization.region as r', 'r.code', 'o.regionCode')
    .select(['o.id', 'o.name', 'o.shortName', 'o.regionCode', 'o.path', 'o.validTo', 'r.name as regionName']).orderBy('o.path').execute();
  const [present, closed] = [rows.filter(({ validTo }) => validTo === null), rows.filter(({ validTo }) => validTo !== null)];
  const counts = new Map<string, number>();
  for (const { name } of present) counts.set(name, (counts.get(name) ?? 0) + 1);
  const successors = await listSuccessors(ctx, closed.map(({ id }) => id));
  return new Departments(
    present.map(({ regionName, validTo: _none, ...row }) => ({ ...row, label: (counts.get(row.name) ?? 0) > 1 ? `${row.name}（${regionName ?? row.regionCode}）` : row.name })),
    closed.map(({ id, name, shortName, regionCode }) => ({ id, name, shortName, regionCode, successorId: successors.get(id)?.id })),
  );
}
