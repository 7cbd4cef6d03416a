import { columnsOf, type FormDefinition, listIds, listSectionFields, renameSection, type Section } from '@tongban/form-model';
import { newId } from './controls.ts';
import { edited, type Edited, refuse } from './edited.ts';
import { withSection } from './locate.ts';

/** What a shared group brings into a form. */
export interface SharedPart {
  readonly id: string;
  readonly revision: number;
  readonly section: Section;
}

function sectionIds(section: Section): string[] {
  return listSectionFields(section).flatMap((field) => [field.id, ...columnsOf(field).map(({ id }) => id)]);
}

/** The group with other ids where something else of the form has them; its rules follow. */
function withFreeIds(section: Section, taken: ReadonlySet<string>): Section {
  const all = new Set([...taken, ...sectionIds(section)]);
  const ids = new Map(sectionIds(section).filter((id) => taken.has(id)).map((id) => {
    const free = newId(id, all);
    all.add(free);
    return [id, free];
  }));
  return ids.size === 0 ? section : renameSection(section, { names: ids, parts: ids }, ids);
}

/** Puts a copy of a shared group after another group, or at the end; the copy knows what it is of (FRM-04). */
export function insertPart(definition: FormDefinition, part: SharedPart, after?: string): Edited {
  const at = definition.sections.findIndex(({ id }) => id === after);
  const index = at === -1 ? definition.sections.length : at + 1;
  const id = newId('section', new Set(definition.sections.map((section) => section.id)));
  const copy: Section = { ...withFreeIds(part.section, listIds(definition)), id, shared: { part: part.id, revision: part.revision } };
  return edited({ ...definition, sections: [...definition.sections.slice(0, index), copy, ...definition.sections.slice(index)] }, { kind: 'section', id });
}

/** Takes the newest content of a shared group over; ids that stayed keep their answers. */
export function updateFromPart(definition: FormDefinition, sectionId: string, part: SharedPart): Edited {
  const own = definition.sections.find(({ id }) => id === sectionId);
  if (own === undefined) return refuse('这个分组已经不在了。');
  const others = new Set([...listIds({ ...definition, sections: definition.sections.filter((section) => section !== own) })]);
  const next: Section = { ...withFreeIds(part.section, others), id: sectionId, shared: { part: part.id, revision: part.revision } };
  return edited(withSection(definition, sectionId, () => next), { kind: 'section', id: sectionId });
}

/** Whether a group says the same as a shared one, whatever it is called inside the form. */
export function isSamePart(section: Section, part: Section): boolean {
  const content = ({ id: _id, shared: _shared, ...rest }: Section): string => JSON.stringify(rest);
  return content(section) === content(part);
}

/** A group as a form of its own, to be compared. */
export function asForm(section: Section): FormDefinition {
  return { formatVersion: 1, title: section.title ?? '分组', sections: [section] };
}
