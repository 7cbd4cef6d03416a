import type { FormDefinition } from '@tongban/form-model';
import type { ItemElements } from '../../modules/catalog/contract.ts';

/** A department of the demonstration district by its short name. */
export type DepartmentName =
  | '区住建局' | '区公安分局' | '区市监局' | '区行政审批局' | '区人社局' | '区综合执法局' | '区交通运输局' | '区民政局' | '区应急管理局' | '区自然资源局';

export interface SeedForm {
  readonly key: string;
  readonly name: string;
  readonly definition: FormDefinition;
  /** 示例样表: answers that the form accepts. */
  readonly sampleData: Readonly<Record<string, unknown>>;
}

type Resolved = 'organizationId' | 'departmentName' | 'handlingDepartments' | 'forms';

/** An item as written here: as the catalogue keeps it, but departments by name and forms typed. */
export interface SeedItem {
  /** Stable name for tests and journeys. */
  readonly key: string;
  readonly department: DepartmentName;
  readonly handlingDepartments: readonly { department: DepartmentName; role: ItemElements['handlingDepartments'][number]['role'] }[];
  readonly forms: readonly SeedForm[];
  readonly elements: Omit<ItemElements, Resolved>;
}

/** Where a line of a licence's face takes its value. */
export interface LicenceFaceField {
  readonly key: string;
  readonly label: string;
  /**
   * Path into `{holder, form, case, licence, item}`: `holder.name`, `holder.documentNumber`, `form.siteAddress`,
   * `licence.number`, `licence.validFrom`, `licence.validTo`, `licence.issuer`, `licence.issuedOn`, `licence.remark`.
   */
  readonly from: string;
  /** Left out of public verification unless the holder agrees. */
  readonly personal?: boolean;
}

/** A licence type of the catalogue of licences. */
export interface SeedLicenceType {
  readonly code: string;
  readonly name: string;
  /** 证照类型代码: credit code of the defining body (18) and a serial of three digits (domain §3.1). */
  readonly typeCode: string;
  readonly holderKind: 'person' | 'company' | 'any';
  readonly issuer: DepartmentName;
  /** Years until it ends; absent when the decision sets the dates or it does not end. */
  readonly validYears?: number;
  readonly validity: 'years' | 'decided' | 'unlimited';
  /** `{year}` and `{sequence:n}` are filled; the rest is printed as it is. */
  readonly numberPattern: string;
  /** Sentence on the face; `{path}` is filled as in `face`. */
  readonly statement: string;
  readonly face: readonly LicenceFaceField[];
}

/** A process model of the demonstration city. */
export interface SeedProcess {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** File below `processes/`. */
  readonly file: string;
}
