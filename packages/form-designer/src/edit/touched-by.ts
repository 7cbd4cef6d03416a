import type { FormDefinition } from '@tongban/form-model';
import { type Target, targetKey } from './edited.ts';
import { isBlank } from './layout.ts';
import { listCells, targetOf } from './locate.ts';

/** A part of a form with what makes it the same part in another state of the form, and what a step may change of it. */
interface Part {
  readonly target: Target;
  /** What it is part of: the form, a group or a table. */
  readonly within: string;
  readonly identity: string;
  readonly content: string;
}

/** Everything that can be chosen in a form, in reading order; a text is known by its words, since its place changes with its neighbours. */
function listParts(definition: FormDefinition): readonly Part[] {
  const texts = new Map<string, number>();
  const cells = listCells(definition);
  return definition.sections.flatMap((section) => [
    { target: { kind: 'section', id: section.id } as const, within: 'form', identity: `section ${section.id}`, content: JSON.stringify({ ...section, rows: [] }) },
    // A blank group holds one empty text for its shape, which is not drawn.
    ...(isBlank(section) ? [] : cells.filter((located) => located.section === section)).flatMap((located): readonly Part[] => {
      const { cell, row, index } = located;
      const target = targetOf(located);
      const place = `${section.id} ${row} ${index}`;
      if (cell.kind === 'text') {
        const nth = texts.get(cell.text) ?? 0;
        texts.set(cell.text, nth + 1);
        return [{ target, within: section.id, identity: `text ${nth} ${cell.text}`, content: `${place} ${JSON.stringify(cell)}` }];
      }
      const { field } = cell;
      const columns = field.type === 'table' ? field.columns : [];
      return [
        { target, within: section.id, identity: targetKey(target), content: `${place} ${JSON.stringify({ ...cell, field: { ...field, columns: [] } })}` },
        ...columns.map((column, at): Part => ({ target: { kind: 'field', id: column.id }, within: field.id, identity: `field ${column.id}`, content: `${field.id} ${at} ${JSON.stringify(column)}` })),
      ];
    }),
  ]);
}

/**
 * Where a step back or forth in the history of a form leads: to what came with it, else to the neighbour of what went,
 * else to what was changed or moved – `chosen` before all others, as a move shifts its neighbours too.
 */
export function touchedBy(before: FormDefinition, after: FormDefinition, chosen: Target): Target {
  const [were, are] = [listParts(before), listParts(after)];
  const known = new Map(were.map((part) => [part.identity, part]));
  const left = new Map(are.map((part) => [part.identity, part]));
  const came = are.find(({ identity }) => !known.has(identity));
  if (came !== undefined) return came.target;
  const gone = were.findIndex(({ identity }) => !left.has(identity));
  if (gone !== -1) {
    const earlier = were.slice(0, gone).toReversed();
    const beside = [...were.slice(gone + 1), ...earlier].filter(({ within }) => within === were[gone]?.within);
    const neighbour = [...beside, ...earlier].find(({ identity }) => left.has(identity));
    return left.get(neighbour?.identity ?? '')?.target ?? { kind: 'form' };
  }
  const changed = are.filter(({ identity, content }) => known.get(identity)?.content !== content);
  const identity = were.find(({ target }) => targetKey(target) === targetKey(chosen))?.identity;
  const own = changed.find((part) => part.identity === identity) ?? changed[0] ?? left.get(identity ?? '');
  return own?.target ?? { kind: 'form' };
}
