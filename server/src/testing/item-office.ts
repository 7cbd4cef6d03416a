import type { Static } from '@tongban/contract-kit';
import { useTestServer, type TestServer } from '@tongban/testkit';
import { beforeAll } from 'vitest';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../kernel/identity/testing/test-accounts.ts';
import type { ItemElements, VersionReceipt as Receipt } from '../modules/catalog/contract.ts';
import { seedItems, toItemElements } from '../seed/content/index.ts';
import { addProcesses } from './add-processes.ts';

type VersionReceipt = Static<typeof Receipt>;

/** An answer as a test looks at it; the body is whatever the route answers. */
export interface Answer {
  status: number;
  body: ReturnType<typeof JSON.parse>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A department with people who edit, review and publish its items, and one of another department. */
export interface ItemOffice {
  readonly server: TestServer;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly editor: TestAccount;
  /** A second editor of the department, who also reviews and publishes. */
  readonly reviewer: TestAccount;
  readonly other: TestAccount & { organizationId: string };
  /** Complete elements of an item that is ready to be published; each call another code and name. */
  elements(extra?: Partial<ItemElements>): ItemElements;
  call(who: TestAccount | undefined, method: Method, url: string, payload?: object): Promise<Answer>;
  create(elements?: ItemElements, who?: TestAccount): Promise<Answer>;
  /** Takes a step with a version at its revision. */
  act(who: TestAccount, at: Pick<VersionReceipt, 'versionId' | 'revision'>, action: string, extra?: object): Promise<Answer>;
  save(at: Pick<VersionReceipt, 'versionId' | 'revision'>, elements: ItemElements, who?: TestAccount): Promise<Answer>;
  /** Takes a draft through review to publication. */
  publish(draft: VersionReceipt): Promise<VersionReceipt>;
  publishNew(elements?: ItemElements): Promise<VersionReceipt>;
}

async function openOffice(server: TestServer): Promise<ItemOffice> {
  const { kernel } = server;
  await addProcesses(kernel);
  const department = await addTestOrganization(kernel, { name: '区住建局' });
  const elsewhere = await addTestOrganization(kernel, { name: '别的局' });
  const administrator = ({ id, path }: { id: string; path: string }) =>
    signInTestStaff(kernel, { organizationId: id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: path } }] });
  const [editor, reviewer, other] = [await administrator(department), await administrator(department), await administrator(elsewhere)];
  let serial = 0;
  const office: ItemOffice = {
    server, organizationId: department.id, organizationPath: department.path, editor, reviewer, other,
    elements(extra = {}) {
      const item = seedItems.find(({ key }) => key === 'drainage-licence');
      if (!item) throw new Error('seed');
      serial += 1;
      return { ...toItemElements(item, () => department.id), localTaskCode: `TEST-${serial}`, name: `排水许可试验${serial}`, ...extra };
    },
    async call(who, method, url, payload) {
      const response = await server.app.inject({ method, url, ...(payload ? { payload } : {}), headers: who?.headers ?? {} });
      return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
    },
    create: (elements = office.elements(), who = editor) => office.call(who, 'POST', '/api/v1/catalog/items', { elements }),
    act: (who, { versionId, revision }, action, extra = {}) => office.call(who, 'POST', `/api/v1/catalog/versions/${versionId}/${action}`, { revision, ...extra }),
    save: ({ versionId, revision }, elements, who = editor) => office.call(who, 'PUT', `/api/v1/catalog/versions/${versionId}`, { revision, elements }),
    async publish(draft) {
      const submitted = (await office.act(editor, draft, 'submit')).body;
      const approved = (await office.act(reviewer, submitted, 'review', { decision: 'approve', opinion: '同意' })).body;
      return (await office.act(reviewer, approved, 'publish')).body;
    },
    publishNew: async (elements) => office.publish((await office.create(elements)).body),
  };
  return office;
}

/** Gives the test file such an office on a server of its own; call the result inside tests. */
export function useItemOffice(): () => ItemOffice {
  const server = useTestServer();
  let office: ItemOffice | undefined;
  beforeAll(async () => { office = await openOffice(server()); });
  return () => {
    if (!office) throw new Error('only available inside tests and hooks of this file');
    return office;
  };
}
