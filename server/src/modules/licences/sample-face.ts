import type { Field, FormDefinition } from '@tongban/form-model';
import { SAMPLE_DATA } from '../../kernel/documents/index.ts';
import type { LicenceForm } from '../catalog/index.ts';
import type { FaceSources } from './face-values.ts';
import { formFieldOf, type LicenceTypeContent } from './licence-type.contract.ts';

/** An invented answer; undefined where nothing can be invented that would be read as one. */
function sampleAnswer(field: Field, today: string): unknown {
  switch (field.type) {
    case 'number': return Math.min(Math.max(field.minimum ?? 12, 12), field.maximum ?? 12);
    case 'money': return Math.min(Math.max(field.minimum ?? 120_000, 120_000), field.maximum ?? 120_000);
    case 'date': return today;
    case 'dateRange': return { start: today, end: today };
    case 'choice': return field.options?.[0]?.value;
    case 'choices': return field.options?.slice(0, 2).map(({ value }) => value);
    case 'boolean': return true;
    default: return undefined;
  }
}

/** A field with an invented answer; one that none can be invented for says its own name instead. */
function sampleOf(field: Field, today: string): { field: Field; answer: unknown } {
  if (field.type === 'table') {
    const columns = field.columns.map((column) => sampleOf(column, today));
    const row = Object.fromEntries(columns.map(({ field: { id }, answer }) => [id, answer]));
    return { field: { ...field, columns: columns.map((column) => column.field) as typeof field.columns }, answer: [row, row] };
  }
  const answer = sampleAnswer(field, today);
  const { id, label } = field;
  return answer === undefined ? { field: { id, label, type: 'text' }, answer: `（${label}）` } : { field, answer };
}

/** A form filled with its own sample, else with invented answers: the given one, or one that has just what the face asks for. */
export function sampleForm(face: LicenceTypeContent['face'], form: Pick<LicenceForm, 'fields' | 'sample'> | undefined, today: string): FaceSources['form'] {
  const asked = form?.fields ?? face.flatMap(({ label, from }): Field[] => {
    const id = formFieldOf(from);
    return id === undefined ? [] : [{ id, label: label || id, type: 'text' }];
  });
  const samples = asked.map((field) => {
    const own = form?.sample[field.id];
    return own === undefined || own === null ? sampleOf(field, today) : { field, answer: own };
  });
  const definition: FormDefinition = { formatVersion: 1, title: '示例', sections: [{ id: 'sample', rows: samples.map(({ field }) => ({ cells: [{ kind: 'field', field }] })) }] };
  return { definition, answers: Object.fromEntries(samples.map(({ field: { id }, answer }) => [id, answer])) };
}

/** An invented holder of the kind that the type is issued to; the number is none that anybody has. */
export function sampleHolder(holderKind: LicenceTypeContent['holderKind']): FaceSources['holder'] {
  if (holderKind === 'person') return { name: '㛃雪', documentNumber: '511602********002X' };
  const company = SAMPLE_DATA['holder'] as { name: string; idNumber: string };
  return { name: company.name, documentNumber: company.idNumber };
}
