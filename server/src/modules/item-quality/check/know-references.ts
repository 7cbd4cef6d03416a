import type { Kernel } from '../../../kernel/context.ts';
import type { References, Surroundings } from '../../catalog/index.ts';
import { formLinesOf, listLicenceTypes } from '../../licences/index.ts';
import { resolveStandardCodes } from '../../materials/index.ts';

type Known = Pick<Surroundings, 'licenceType' | 'standardMaterial'>;

/** What versions refer to beyond the catalogue: licence types and standard materials, in two statements. */
export async function knowReferences(kernel: Kernel, references: readonly References[]): Promise<Known> {
  const types = new Set(references.flatMap(({ licenceTypes }) => licenceTypes));
  const codes = new Set(references.flatMap(({ materials }) => materials));
  const [licenceTypes, standard] = await Promise.all([listLicenceTypes(kernel, [...types]), resolveStandardCodes(kernel, [...codes])]);
  const known = new Map(licenceTypes.map(({ code, name, retired, face }) => [code, { name, retired, formLines: formLinesOf(face) }]));
  return {
    licenceType: (code) => known.get(code) ?? null,
    standardMaterial: (code) => {
      const found = standard.get(code);
      return found === undefined ? null : { name: found.name, retired: found.state === 'retired' };
    },
  };
}
