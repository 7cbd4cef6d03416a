import type { FormDefinition } from '@tongban/form-model';
import { edited, type Edited, refuse, type Target } from './edited.ts';
import { moveTo } from './edits.ts';
import { findCell, findColumn, type LocatedCell } from './locate.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Moves what is chosen one step, as the arrow keys do: within its row, to a row of its own above or below, over the edge of a
 * group. With `join` it goes into the row above or below instead, beside what stands there.
 */
export function nudge(definition: FormDefinition, target: Target, direction: Direction, join = false): Edited {
  if (target.kind === 'form') return refuse('请先选择要移动的内容。');
  if (target.kind === 'section') return nudgeSection(definition, target.id, direction);
  const column = target.kind === 'field' ? findColumn(definition, target.id) : undefined;
  if (column !== undefined) {
    const back = direction === 'left' || direction === 'up';
    const index = back ? column.index - 1 : column.index + 2;
    if (index < 0 || index > column.table.columns.length) return refuse(back ? '已经是第一列。' : '已经是最后一列。');
    return moveTo(definition, target, { kind: 'column', tableId: column.table.id, index });
  }
  const located = findCell(definition, target);
  if (located === undefined) return refuse('要移动的内容已经不在了。');
  if (direction === 'left' || direction === 'right') return nudgeSideways(definition, target, located, direction);
  return join ? joinRow(definition, target, located, direction) : nudgeRow(definition, target, located, direction);
}

function nudgeSection(definition: FormDefinition, id: string, direction: Direction): Edited {
  const back = direction === 'left' || direction === 'up';
  const at = definition.sections.findIndex((section) => section.id === id);
  const to = back ? at - 1 : at + 1;
  const [section, other] = [definition.sections[at], definition.sections[to]];
  if (section === undefined || other === undefined) return refuse(back ? '已经是第一个分组。' : '已经是最后一个分组。');
  const sections = definition.sections.map((one) => (one === section ? other : one === other ? section : one));
  return edited({ ...definition, sections }, { kind: 'section', id });
}

function nudgeSideways(definition: FormDefinition, target: Target, { section, row, index }: LocatedCell, direction: 'left' | 'right'): Edited {
  const cell = direction === 'left' ? index - 1 : index + 2;
  const count = section.rows[row]?.cells.length ?? 0;
  if (cell < 0 || cell > count) return refuse(direction === 'left' ? '已经在这一行的最左边。' : '已经在这一行的最右边。');
  return moveTo(definition, target, { kind: 'cell', sectionId: section.id, row, cell });
}

function nudgeRow(definition: FormDefinition, target: Target, { section, row }: LocatedCell, direction: 'up' | 'down'): Edited {
  const isAlone = section.rows[row]?.cells.length === 1;
  const to = direction === 'up' ? (isAlone ? row - 1 : row) : (isAlone ? row + 2 : row + 1);
  if (to >= 0 && to <= section.rows.length) return moveTo(definition, target, { kind: 'row', sectionId: section.id, row: to });
  const at = definition.sections.findIndex(({ id }) => id === section.id) + (direction === 'up' ? -1 : 1);
  const neighbour = definition.sections[at];
  if (neighbour === undefined) return refuse(direction === 'up' ? '已经在最上面。' : '已经在最下面。');
  return moveTo(definition, target, { kind: 'row', sectionId: neighbour.id, row: direction === 'up' ? neighbour.rows.length : 0 });
}

function joinRow(definition: FormDefinition, target: Target, { section, row }: LocatedCell, direction: 'up' | 'down'): Edited {
  const to = direction === 'up' ? row - 1 : row + 1;
  const other = section.rows[to];
  if (other === undefined) return refuse(direction === 'up' ? '上面没有可以并入的一行。' : '下面没有可以并入的一行。');
  return moveTo(definition, target, { kind: 'cell', sectionId: section.id, row: to, cell: direction === 'up' ? other.cells.length : 0 });
}
