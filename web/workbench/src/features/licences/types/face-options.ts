import { faceSources, formFieldOf, formPrefix, type LicenceFaceLine } from '@tongban/server/src/modules/licences/contract.ts';
import { text } from '../text.ts';
import type { ItemForms } from './part-props.ts';

const words = text.types.face;

export interface SourceOption { value: string; label: string; title?: string }
export interface SourceGroup { label: string; options: SourceOption[] }

/** Everything that a line can print, in groups: what every licence has, and the fields of the forms of the item. */
export function sourceGroups(item: ItemForms | undefined): SourceGroup[] {
  const groups = new Map<string, SourceOption[]>();
  for (const [value, { group, label }] of Object.entries(faceSources)) groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  // Forms of different situations share fields; each is offered once.
  const fields = new Map((item?.forms ?? []).flatMap(({ fields: own }) => own).map(({ id, label }) => [id, label]));
  if (item && fields.size > 0) groups.set(words.form(item.itemName), [...fields].map(([id, label]) => ({ value: `${formPrefix}${id}`, label })));
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** The groups with what a line prints now, where the chosen item has no such field. */
export function withOwn(groups: readonly SourceGroup[], { from, label }: LicenceFaceLine): SourceGroup[] {
  const isOffered = groups.some(({ options }) => options.some(({ value }) => value === from));
  return from === '' || isOffered || formFieldOf(from) === undefined ? [...groups] : [...groups, { label: words.otherForms, options: [{ value: from, label: words.unknownField(label) }] }];
}

/** What a new line is called until it is called otherwise. */
export function defaultLabel(groups: readonly SourceGroup[], from: string): string {
  const known: Readonly<Record<string, string>> = { 'holder.name': '持有人', 'holder.documentNumber': '证件号码', 'licence.number': '编号', 'licence.issuer': '颁发机构', 'licence.remark': '备注', 'item.name': '许可事项' };
  return known[from] ?? groups.flatMap(({ options }) => options).find(({ value }) => value === from)?.label ?? '';
}
