import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface AccessTables {
  'access.permission': { code: string; label: string; module: string; administration: 'system' | 'security' | 'audit' | null; everyStaff: boolean };
  'access.role': {
    code: string;
    name: string;
    administration: 'system' | 'security' | 'audit' | null;
    permissions: string[];
    revision: Generated<number>;
  };
  'access.roleAssignment': {
    id: string;
    staffId: string;
    roleCode: string;
    scopeKind: 'all' | 'region' | 'organization' | 'own';
    scopeRegionCode: string | null;
    scopeOrganizationId: string | null;
    assignedAt: Instant;
    assignedBy: string;
    endedAt: NullableInstant;
    endedBy: string | null;
  };
}
