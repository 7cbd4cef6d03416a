import type { ItemElements } from '../contract.ts';

/** What a version refers to outside itself; the rules can ask about nothing else. */
export interface References {
  /** Of the department itself first, then of those that take part. */
  readonly organizations: readonly string[];
  readonly processes: readonly { readonly key: string; readonly version?: number | undefined }[];
  readonly licenceTypes: readonly string[];
  /** Codes of standard materials. */
  readonly materials: readonly string[];
}

/** Each reference once. Pure. */
export function referencesOf({ organizationId, handlingDepartments, handling, results, materials }: ItemElements): References {
  const { processKey, processVersion, licenceTypeCode } = handling;
  return {
    organizations: given([organizationId, ...handlingDepartments.map((department) => department.organizationId)]),
    processes: processKey === undefined ? [] : [{ key: processKey, ...(processVersion === undefined ? {} : { version: processVersion }) }],
    licenceTypes: given([licenceTypeCode, ...results.map((result) => result.licenceTypeCode), ...materials.flatMap(({ replacedByLicenceTypes }) => replacedByLicenceTypes)]),
    materials: given(materials.map(({ standardCode }) => standardCode)),
  };
}

function given(codes: readonly (string | undefined)[]): string[] {
  return [...new Set(codes.filter((code) => code !== undefined))];
}
