import type { Designing } from '../designing.ts';
import { findCell, findColumn } from '../edit/locate.ts';
import { FieldProperties } from './FieldProperties.tsx';
import { FormProperties } from './FormProperties.tsx';
import { SectionProperties } from './SectionProperties.tsx';
import { TextProperties } from './TextProperties.tsx';

/** The properties of what is chosen. */
export function PropertiesPanel({ designing }: { readonly designing: Designing }) {
  const { definition, selected } = designing;
  if (selected.kind === 'section') {
    const section = definition.sections.find(({ id }) => id === selected.id);
    return section === undefined ? null : <SectionProperties key={section.id} section={section} designing={designing} />;
  }
  if (selected.kind === 'field') {
    const column = findColumn(definition, selected.id);
    if (column !== undefined) return <FieldProperties key={selected.id} field={column.column} tableId={column.table.id} cell={undefined} designing={designing} />;
    const cell = findCell(definition, selected)?.cell;
    return cell?.kind === 'field' ? <FieldProperties key={selected.id} field={cell.field} tableId={undefined} cell={cell} designing={designing} /> : null;
  }
  if (selected.kind === 'text') {
    const cell = findCell(definition, selected)?.cell;
    return cell?.kind === 'text' ? <TextProperties key={`${selected.sectionId} ${selected.row} ${selected.cell}`} cell={cell} target={selected} designing={designing} /> : null;
  }
  return <FormProperties designing={designing} />;
}
