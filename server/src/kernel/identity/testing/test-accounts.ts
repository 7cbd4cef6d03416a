import type { AccessTables } from '../../access/tables.ts';
import type { SingleScope } from '../../access/index.ts';
import type { DefaultRole } from '../../access/default-roles.ts';
import { chinaDate } from '../../clock/index.ts';
import { systemActor } from '../../access/actor.ts';
import { systemContext, type Context, type Kernel } from '../../context.ts';
import { createId, WriteBatch, writesFor } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import { documentIndex } from '../services/document-index.ts';
import { openSession } from '../services/open-session.ts';
import type { IdentityTables } from '../tables.ts';
import { fictitiousMobile, fictitiousResidentId } from '../fictitious-numbers.ts';

type Tables = IdentityTables & OrganizationTables & AccessTables;

/** An account signed in without going through the sign-in routes; send `headers` with each request. */
export interface TestAccount {
  id: string;
  name: string;
  headers: { authorization: string };
}

let serial = 0;
let persons = 0;

/** Mobiles of persons signed in for a test; tests that write numbers themselves use others. */
const mobiles = { from: 3_000, count: 4_000 };

function contextOf(kernel: Kernel): Context {
  return systemContext(kernel, systemActor('test'), 'test');
}

/** Adds an organisation; gives its id and path. */
export async function addTestOrganization(kernel: Kernel, input: { name?: string; regionCode?: string; parent?: { id: string; path: string } } = {}): Promise<{ id: string; path: string; name: string }> {
  const id = createId();
  const path = `${input.parent?.path ?? '/'}${id}/`;
  const name = input.name ?? `测试机构${(serial += 1)}`;
  const batch = new WriteBatch();
  writesFor<Tables>(batch).insert('organization.organization', {
    id, parentId: input.parent?.id ?? null, path, name, shortName: null, code: null, kind: 'department',
    regionCode: input.regionCode ?? '511602000000', duties: null, validFrom: '2020-01-01', validTo: null,
  });
  await batch.execute(kernel.db.pool);
  return { id, path, name };
}

/** Adds an officer with posts and roles (scope: all, unless told) and signs in; an organisation is made when none is given. */
export async function signInTestStaff(kernel: Kernel, input: {
  name?: string;
  organizationId?: string;
  posts?: readonly string[];
  roles?: readonly (DefaultRole | { code: string; scope: SingleScope; organizationId?: string })[];
} = {}): Promise<TestAccount & { organizationId: string }> {
  const ctx = contextOf(kernel);
  const id = createId();
  const name = input.name ?? `测试职员${(serial += 1)}`;
  const organizationId = input.organizationId ?? (await addTestOrganization(kernel)).id;
  const now = kernel.clock.now();
  const validFrom = chinaDate(now);
  const batch = new WriteBatch();
  const writes = writesFor<Tables>(batch);
  writes.insert('organization.staff', { id, name, organizationId, validFrom, validTo: null });
  await batch.execute(kernel.db.pool);
  const second = new WriteBatch();
  const rest = writesFor<Tables>(second);
  rest.insert('identity.credential', {
    accountId: id, kind: 'staff', accountName: `t${id.replaceAll('-', '')}`, mobileIndex: null, passwordHash: 'none', passwordChangedAt: now,
    totpSecret: null, totpLastStep: null, createdAt: now,
  });
  rest.insert('organization.staffPost', (input.posts ?? []).map((postCode) => ({ id: createId(), staffId: id, organizationId, postCode, validFrom, validTo: null })));
  rest.insert('access.roleAssignment', (input.roles ?? []).map((role) => {
    const { code, scope, organizationId: scopeOrganizationId } = typeof role === 'string' ? { code: role, scope: { kind: 'all' as const }, organizationId: undefined } : { organizationId, ...role };
    return {
      id: createId(), staffId: id, roleCode: code, scopeKind: scope.kind, scopeRegionCode: scope.kind === 'region' ? scope.regionCode : null,
      scopeOrganizationId: scope.kind === 'organization' ? scopeOrganizationId ?? organizationId : null, assignedAt: now, assignedBy: 'test',
      endedBy: null,
    };
  }));
  await second.execute(kernel.db.pool);
  const third = new WriteBatch();
  const session = await openSession(ctx, third, { accountId: id, kind: 'staff', staffName: name, personName: null, organizationId });
  await third.execute(kernel.db.pool);
  return { id, name, organizationId, headers: { authorization: `Bearer ${session.token}` } };
}

/** Adds a natural person with a fictitious document and mobile and signs in. */
export async function signInTestPerson(kernel: Kernel, input: { name?: string; documentNumber?: string; mobile?: string } = {}): Promise<TestAccount & { documentNumber: string; mobile: string }> {
  const ctx = contextOf(kernel);
  const id = createId();
  const number = (persons += 1);
  const name = input.name ?? `测试市民`;
  const documentNumber = input.documentNumber ?? fictitiousResidentId(number);
  const mobile = input.mobile ?? fictitiousMobile(mobiles.from + (number % mobiles.count));
  const now = kernel.clock.now();
  const cipher = personalDataCipher(kernel);
  const mobileIndex = cipher.index(columns.mobile, mobile);
  const batch = new WriteBatch();
  const writes = writesFor<Tables>(batch);
  writes.insert('identity.person', {
    id, name, documentType: '111', documentNumber: cipher.encrypt(columns.documentNumber, id, documentNumber),
    documentIndex: documentIndex(kernel, '111', documentNumber), mobile: cipher.encrypt(columns.mobile, id, mobile), mobileIndex,
    verifiedBy: 'online', createdAt: now,
  });
  writes.insert('identity.credential', {
    accountId: id, kind: 'person', accountName: null, mobileIndex, passwordHash: 'none', passwordChangedAt: now, totpSecret: null, totpLastStep: null, createdAt: now,
  });
  await batch.execute(kernel.db.pool);
  const second = new WriteBatch();
  const session = await openSession(ctx, second, { accountId: id, kind: 'person', staffName: null, personName: name, organizationId: null });
  await second.execute(kernel.db.pool);
  return { id, name, documentNumber, mobile, headers: { authorization: `Bearer ${session.token}` } };
}
