import type { Kernel } from '../../../kernel/context.ts';
import type { Surroundings, VersionToCheck } from '../../catalog/index.ts';
import { formLinesOf, listLicenceTypes } from '../../licences/index.ts';
import { resolveStandardCodes } from '../../materials/index.ts';

type Known = Pick<Surroundings, 'licenceType' | 'standardMaterial'>;

/** What versions refer to beyond the catalogue: licence types and standard materials, in two statements. */
export async function knowReferences(kernel: Kernel, versions: readonly VersionToCheck[]): Promise<Known> {
  const types = versions.flatMap(({ elements: { handling, results, materials } }) => [
    handling.licenceTypeCode, ...results.map(({ licenceTypeCode }) => licenceTypeCode), ...materials.flatMap(({ replacedByLicenceTypes }) => replacedByLicenceTypes),
  ]);
  const codes = versions.flatMap(({ elements }) => elements.materials.map(({ standardCode }) => standardCode));
  const [licenceTypes, standard] = await Promise.all([listLicenceTypes(kernel, given(types)), resolveStandardCodes(kernel, given(codes))]);
  const known = new Map(licenceTypes.map(({ code, name, retired, face }) => [code, { name, retired, formLines: formLinesOf(face) }]));
  return {
    licenceType: (code) => known.get(code) ?? null,
    standardMaterial: (code) => {
      const found = standard.get(code);
      return found === undefined ? null : { name: found.name, retired: found.state === 'retired' };
    },
  };
}

function given(codes: readonly (string | undefined)[]): string[] {
  return [...new Set(codes.filter((code) => code !== undefined))];
}
