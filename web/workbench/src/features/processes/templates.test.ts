import { readdirSync, readFileSync } from 'node:fs';
import { parseProcess } from '@tongban/bpmn-model';
import { describe, expect, it } from 'vitest';
import { checkExpression } from './model/check.ts';
import { renameProcess } from './templates.ts';
import { zhCN } from './locale/zh-CN.ts';

const folder = new URL('templates/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(`${name}.bpmn`, folder), 'utf8');
const names = readdirSync(folder).map((file) => file.replace('.bpmn', ''));

describe('流程模板 (WFL-01)', () => {
  it.each(names)('%s 没有问题，每个环节都画出来了', async (name) => {
    const xml = read(name);
    const parsed = await parseProcess(xml, { checkExpression });
    expect(parsed).toMatchObject({ ok: true, process: { name: zhCN.templates[name as keyof typeof zhCN.templates].name } });
    if (!parsed.ok) return;
    for (const { id } of [...parsed.process.nodes, ...parsed.process.flows]) expect(xml, id).toContain(`bpmnElement="${id}"`);
  });

  it('改名只改流程的名称', async () => {
    const renamed = renameProcess(read('immediate'), '“A<B”&"C"');
    expect(await parseProcess(renamed)).toMatchObject({ ok: true, process: { name: '“A<B”&"C"' } });
    expect(renamed).toContain('name="受理"');
  });
});
