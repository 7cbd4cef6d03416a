import { beforeAll } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../../kernel/identity/testing/test-accounts.ts';
import { defineSheet, writeWorkbook } from '../../../kernel/spreadsheets/index.ts';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import { addProcesses } from '../../../testing/add-processes.ts';
import type { ItemElements } from '../../catalog/contract.ts';

interface People { readonly manager: TestAccount; readonly clerk: TestAccount; readonly stranger: TestAccount; readonly department: string; readonly elsewhere: string }

/** A department with three items, one of them published, one without any, who manages their surveys and who fills them in. */
export function useSurveyOffice() {
  const server = useTestServer();
  const codes = ['SV-1', 'SV-2', 'SV-3'];
  let known: People | undefined;

  async function call(who: TestAccount, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
    const response = await server().app.inject({ method, url, ...(payload ? { payload } : {}), headers: who.headers });
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
  }

  async function uploadTo(who: TestAccount, taskId: string, content: Buffer): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
    const boundary = 'b';
    const payload = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const response = await server().app.inject({ method: 'POST', url: `/api/v1/survey-tasks/${taskId}/workbook`, payload, headers: { ...who.headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
    return { status: response.statusCode, body: response.json() };
  }

  beforeAll(async () => {
    const { kernel } = server();
    await addProcesses(kernel);
    const [government, other] = [await addTestOrganization(kernel, { name: '区人民政府' }), await addTestOrganization(kernel, { name: '别的政府' })];
    const [one, two] = [await addTestOrganization(kernel, { name: '区住建局', parent: government }), await addTestOrganization(kernel, { name: '区民政局', parent: government })];
    const administrator = ({ id, path }: { id: string; path: string }, name: string) =>
      signInTestStaff(kernel, { name, organizationId: id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: path } }] });
    const [manager, clerk, stranger] = [await administrator(government, '周敏'), await administrator(one, '李敏'), await administrator(other, '王五')];
    known = { manager, clerk, stranger, department: one.id, elsewhere: two.id };
    const item = seedItems.find(({ key }) => key === 'drainage-licence');
    if (!item) throw new Error('the seed lacks the item that tests change');
    for (const code of codes) {
      const elements: ItemElements = { ...toItemElements(item, () => one.id), departmentName: '区住建局', localTaskCode: code, name: `排水许可${code}` };
      const draft = (await call(manager, 'POST', '/api/v1/catalog/items', { elements })).body;
      if (code !== 'SV-1') continue;
      const submitted = (await call(manager, 'POST', `/api/v1/catalog/versions/${draft.versionId}/submit`, { revision: draft.revision })).body;
      const approved = (await call(clerk, 'POST', `/api/v1/catalog/versions/${draft.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意' })).body;
      const published = (await call(manager, 'POST', `/api/v1/catalog/versions/${draft.versionId}/publish`, { revision: approved.revision })).body;
      if (published.state !== 'published') throw new Error(`${code} was not published`);
    }
  });

  const people = (): People => {
    if (!known) throw new Error('the office opens before the tests');
    return known;
  };
  return { server, call, uploadTo, codes, people };
}

/** A sheet of items as a department returns it. */
export async function linesOf(rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  return writeWorkbook([defineSheet<Readonly<Record<string, string>>>({
    name: '事项', rows, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))].map((title) => ({ title, value: (row) => row[title] })),
  })]);
}
