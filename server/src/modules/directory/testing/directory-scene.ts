import { expect } from 'vitest';
import type { TestServer } from '@tongban/testkit';
import { tablesOf } from '../../../kernel/db/index.ts';
import { signInTestStaff, type TestAccount } from '../../../kernel/identity/testing/test-accounts.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { EntryElements } from '../entry.contract.ts';

type Method = 'GET' | 'POST' | 'PUT';

/** A directory with its editor and its reviewer over real HTTP. */
export type DirectoryScene = Awaited<ReturnType<typeof openDirectoryScene>>;

/** Regions of a province, a city and two of its districts. */
export async function addTestRegions({ kernel }: TestServer): Promise<void> {
  const region = (code: string, name: string, level: number, parentCode: string | null) => ({ code, name, fullName: name, level, parentCode });
  await tablesOf<OrganizationTables>(kernel.db).insertInto('organization.region').values([
    region('510000000000', '四川省', 1, null), region('511600000000', '广安市', 2, '510000000000'), region('511602000000', '广安区', 3, '511600000000'),
    region('511603000000', '前锋区', 3, '511600000000'),
  ]).execute();
}

/** Signs in an editor and a reviewer of all directories. */
export async function openDirectoryScene(server: TestServer) {
  const editor = await signInTestStaff(server.kernel, { roles: ['item-administrator'] });
  const reviewer = await signInTestStaff(server.kernel, { roles: ['item-administrator'] });
  const call = async (who: TestAccount | undefined, method: Method, url: string, payload?: object) => {
    const response = await server.app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who?.headers ?? {} });
    return { status: response.statusCode, body: response.body === '' ? {} : response.json() };
  };
  const conclude = async ({ versionId, revision }: { versionId: string; revision: number }) => {
    const submitted = (await call(editor, 'POST', `/directory/versions/${versionId}/submit`, { revision })).body;
    const answer = await call(reviewer, 'POST', `/directory/versions/${versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意。' });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body;
  };
  return {
    editor, reviewer, call,
    /** Adds an entry and puts it into force. */
    async putInForce(elements: EntryElements, regionCode = '000000000000') {
      const created = await call(editor, 'POST', '/directory/entries', { regionCode, elements });
      expect([created.status, created.body.code]).toEqual([201, undefined]);
      return conclude(created.body);
    },
    /** Puts a new version of an entry into force. */
    async change(entryId: string, elements: EntryElements): Promise<void> {
      const draft = (await call(editor, 'POST', `/directory/entries/${entryId}/versions`, {})).body;
      await conclude((await call(editor, 'PUT', `/directory/versions/${draft.versionId}`, { revision: draft.revision, elements })).body);
    },
    async cancel(entryId: string): Promise<void> {
      await conclude((await call(editor, 'POST', `/directory/entries/${entryId}/versions`, { cancels: true })).body);
    },
  };
}
