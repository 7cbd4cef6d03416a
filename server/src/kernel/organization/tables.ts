import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableDate = ColumnType<string | null, string | null | undefined, string | null>;

export interface OrganizationTables {
  'organization.region': {
    code: string;
    name: string;
    fullName: string;
    level: number;
    parentCode: string | null;
  };
  'organization.organization': {
    id: string;
    parentId: string | null;
    path: string;
    name: string;
    shortName: string | null;
    code: string | null;
    kind: 'government' | 'department' | 'hall' | 'unit';
    regionCode: string;
    duties: string | null;
    validFrom: string;
    validTo: NullableDate;
    revision: Generated<number>;
    /** Who goes on with its work since it was merged. */
    mergedInto: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** What an organisation was called and where it stood, until `validTo`. */
  'organization.formerOrganization': {
    organizationId: string;
    revision: number;
    parentId: string | null;
    path: string;
    name: string;
    shortName: string | null;
    code: string | null;
    kind: string;
    regionCode: string;
    duties: string | null;
    validFrom: string;
    validTo: string;
    changedAt: Instant;
    changedBy: string;
  };
  'organization.merger': { id: string; fromId: string; fromName: string; toId: string; toName: string; at: Instant; byName: string; reason: string; parts: { name: string; label: string; count: number }[] };
  'organization.post': { code: string; name: string; position: number };
  'organization.staff': {
    id: string;
    name: string;
    organizationId: string;
    validFrom: string;
    validTo: NullableDate;
    revision: Generated<number>;
  };
  'organization.staffPost': {
    id: string;
    staffId: string;
    organizationId: string;
    postCode: string;
    validFrom: string;
    validTo: NullableDate;
  };
}
