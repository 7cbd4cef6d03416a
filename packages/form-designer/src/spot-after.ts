import type { FormDefinition } from '@tongban/form-model';
import { type Control, isFieldType } from './edit/controls.ts';
import type { Spot, Target } from './edit/edited.ts';
import { findCell, findColumn } from './edit/locate.ts';

/** Where a control goes that is put in without dragging: after what is chosen, in a table when one of its columns is. */
export function spotAfter(definition: FormDefinition, selected: Target, control: Control): Spot {
  const column = selected.kind === 'field' ? findColumn(definition, selected.id) : undefined;
  if (column !== undefined && isFieldType(control) && control !== 'table') return { kind: 'column', tableId: column.table.id, index: column.index + 1 };
  const located = findCell(definition, column === undefined ? selected : { kind: 'field', id: column.table.id });
  if (located !== undefined) return { kind: 'row', sectionId: located.section.id, row: located.row + 1 };
  const section = definition.sections.find(({ id }) => selected.kind === 'section' && id === selected.id) ?? definition.sections.at(-1);
  return { kind: 'row', sectionId: section?.id ?? '', row: section?.rows.length ?? 0 };
}
