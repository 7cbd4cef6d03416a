import { useTestServer, type TestServer } from '@tongban/testkit';
import { beforeAll } from 'vitest';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../../kernel/identity/testing/test-accounts.ts';
import { defineSheet, openSpreadsheet, writeWorkbook, type Sheet } from '../../../kernel/spreadsheets/index.ts';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import { addProcesses } from '../../../testing/add-processes.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { ImportRow, ItemImport } from '../contract.ts';
import { itemExchangeJobs } from '../jobs/jobs.ts';

/** An answer as a test looks at it; the body is whatever the route answers. */
export interface Answer {
  status: number;
  body: ReturnType<typeof JSON.parse>;
}

/** A department with two people who edit and publish its items, and one of another department. */
export interface ExchangeOffice {
  readonly server: TestServer;
  readonly departmentId: string;
  readonly editor: TestAccount;
  readonly publisher: TestAccount;
  readonly other: TestAccount;
  /** Complete elements of an item; each call another code and name. */
  elements(): ItemElements;
  call(who: TestAccount | undefined, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer>;
}

async function openOffice(server: TestServer): Promise<ExchangeOffice> {
  await addProcesses(server.kernel);
  const department = await addTestOrganization(server.kernel, { name: '区住建局' });
  const elsewhere = await addTestOrganization(server.kernel, { name: '别的局' });
  const administrator = ({ id, path }: { id: string; path: string }): Promise<TestAccount> =>
    signInTestStaff(server.kernel, { organizationId: id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: path } }] });
  const seeded = seedItems.find(({ key }) => key === 'drainage-licence');
  if (!seeded) throw new Error('the seed lacks the item that tests change');
  let serial = 0;
  return {
    server, departmentId: department.id, editor: await administrator(department), publisher: await administrator(department), other: await administrator(elsewhere),
    elements() {
      serial += 1;
      return { ...toItemElements(seeded, () => department.id), departmentName: '区住建局', localTaskCode: `TEST-${serial}`, name: `排水许可试验${serial}` };
    },
    async call(who, method, url, payload) {
      const response = await server.app.inject({ method, url, ...(payload ? { payload } : {}), headers: who?.headers ?? {} });
      return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
    },
  };
}

/** Gives the test file such an office on a server of its own; call the result inside tests. */
export function useExchangeOffice(): () => ExchangeOffice {
  const server = useTestServer();
  let office: ExchangeOffice | undefined;
  beforeAll(async () => { office = await openOffice(server()); });
  return () => {
    if (!office) throw new Error('only available inside tests and hooks of this file');
    return office;
  };
}

/** Cells of a sheet by heading. */
export type Line = Readonly<Record<string, string | number | boolean | null>>;

/** A workbook with these sheets, as people fill them in; the headings are those of the first line. */
export function workbook(sheets: Readonly<Record<string, readonly Line[]>>): Promise<Buffer> {
  return writeWorkbook(Object.entries(sheets).map(([name, lines]): Sheet => defineSheet<Line>({
    name, rows: lines, columns: [...new Set(lines.flatMap((line) => Object.keys(line)))].map((title) => ({ title, value: (line) => line[title] })),
  })));
}

/** Texts of a sheet, row by row, from the first. */
export async function sheetTexts(content: Buffer, sheet: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of (await openSpreadsheet({ fileName: 'a.xlsx', content })).rows(sheet)) rows.push([...cells.values()].map(({ text }) => text));
  return rows;
}

/** What a test does with imports, over HTTP; background jobs run when `work` is called. */
export function exchangeWith(office: () => ExchangeOffice) {
  const origin = '/api/v1/item-exchange';
  async function upload(fileName: string, content: Buffer, who?: TestAccount): Promise<Answer> {
    const boundary = 'test-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const response = await office().server.app.inject({
      method: 'POST', url: `${origin}/imports`, payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { ...(who ?? office().editor).headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
  }
  /** Runs a job of the module as the worker would. */
  async function work(name: string, importId: string): Promise<void> {
    const job = itemExchangeJobs.find((one) => one.name === `item-exchange.${name}`);
    if (!job) throw new Error(`there is no job ${name}`);
    await job.handle(systemContext(office().server.kernel, systemActor(job.name), createId()), { importId });
  }
  const get = async (importId: string, who?: TestAccount): Promise<ItemImport> => (await office().call(who ?? office().editor, 'GET', `${origin}/imports/${importId}`)).body;
  async function preview(fileName: string, content: Buffer, who?: TestAccount): Promise<ItemImport> {
    const { status, body } = await upload(fileName, content, who);
    if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
    await work('read-file', body.id);
    return get(body.id, who);
  }
  async function step(one: ItemImport, name: string, body: object = {}, who?: TestAccount): Promise<Answer> {
    return office().call(who ?? office().editor, 'POST', `${origin}/imports/${one.id}/${name}`, { revision: one.revision, ...body });
  }
  async function run(one: ItemImport, body: object = {}, who?: TestAccount): Promise<ItemImport> {
    const { status, body: answer } = await step(one, 'run', { strategy: 'skip-errors', publish: false, ...body }, who);
    if (status !== 200) throw new Error(`the import was refused: ${JSON.stringify(answer)}`);
    await work('write-items', one.id);
    return get(one.id, who);
  }
  async function undo(one: ItemImport, who?: TestAccount): Promise<ItemImport> {
    const { status, body } = await step(one, 'undo', {}, who);
    if (status !== 200) throw new Error(`the undo was refused: ${JSON.stringify(body)}`);
    await work('take-back', one.id);
    return get(one.id, who);
  }
  const rows = async (one: ItemImport, query = ''): Promise<ImportRow[]> => (await office().call(office().editor, 'GET', `${origin}/imports/${one.id}/rows?limit=100${query}`)).body.items;
  async function download(path: string, who?: TestAccount): Promise<{ status: number; content: Buffer }> {
    const response = await office().server.app.inject({ method: 'GET', url: `${origin}/${path}`, headers: (who ?? office().editor).headers });
    return { status: response.statusCode, content: response.rawPayload };
  }
  /** An item that the platform has published, with its content. */
  async function publishedOnPlatform(): Promise<{ versionId: string; elements: ItemElements }> {
    const elements = office().elements();
    const act = async (who: TestAccount, { versionId, revision }: { versionId: string; revision: number }, action: string, extra: object = {}) =>
      (await office().call(who, 'POST', `/api/v1/catalog/versions/${versionId}/${action}`, { revision, ...extra })).body;
    const draft = (await office().call(office().editor, 'POST', '/api/v1/catalog/items', { elements })).body;
    const submitted = await act(office().editor, draft, 'submit');
    const approved = await act(office().publisher, submitted, 'review', { decision: 'approve', opinion: '同意' });
    const published = await act(office().publisher, approved, 'publish');
    if (published.state !== 'published') throw new Error(`the item was not published: ${JSON.stringify([submitted, approved, published])}`);
    return { versionId: draft.versionId, elements };
  }
  return { publishedOnPlatform, upload, work, get, preview, step, run, undo, rows, download };
}
