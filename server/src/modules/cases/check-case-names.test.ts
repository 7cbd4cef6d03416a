import { parseProcess } from '@tongban/bpmn-model';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProcessDraft, editProcessDraft } from '../../kernel/workflow/definition.contract.ts';
import { readProcessXml, seedProcesses } from '../../seed/content/index.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { checkCaseNames } from './check-case-names.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
const key = 'review-with-inspection';
let implementer: Signed;
let draftId = '', xml = '', revision = 0;

beforeAll(async () => {
  implementer = await city().itemAdministrator();
  ({ draftId, xml, revision } = await implementer.http.call(createProcessDraft, { params: { key }, body: {} }));
});

/** What the check says once the text is changed. */
async function saidAfter(from: string, to: string): Promise<string[]> {
  expect(xml).toContain(from);
  const saved = await implementer.http.call(editProcessDraft, { params: { draftId }, body: { revision, xml: xml.replace(from, to), note: '' } });
  revision = saved.revision;
  return saved.problems.map(({ message }) => message);
}

describe('画流程时检查表达式里的名称 (WFL-01)', () => {
  it.each([
    ['部门写错', 'organisation="=departments.acceptance"', 'organisation="=departments.accept"', '「受理」的表达式用了“departments.accept”，办件没有这个部门。可以写“departments.acceptance”（受理）'],
    ['名称写错', 'organisation="=departments.acceptance"', 'organisation="=departmets.acceptance"', '「受理」的表达式用了“departmets”，办件没有这一项，是不是“departments”？'],
    ['条件里写错', 'list contains(flags,', 'list contains(flag,', '用了“flag”，办件没有这一项，是不是“flags”？'],
  ])('%s：说明在哪里、可以怎样写', async (_name, from, to, message) => {
    const said = await saidAfter(from, to);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
  });

  it('原样没有问题；环节自己写的名称不算写错', async () => {
    expect(await saidAfter('list contains(flags,', 'visited = true or list contains(flags,')).toEqual([]);
  });

  it('平台预置的流程都没有写错的', async () => {
    for (const process of seedProcesses) {
      const parsed = await parseProcess(await readProcessXml(process));
      if (!parsed.ok) throw new Error(process.key);
      expect(await checkCaseNames(city().system(), process.key, parsed.process), process.key).toEqual([]);
    }
  });
});
