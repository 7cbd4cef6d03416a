import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBpmnFile } from './read-file.ts';

const xml = readFileSync(new URL('../templates/immediate.bpmn', import.meta.url), 'utf8');
const fileOf = (content: string) => ({ size: content.length, text: () => Promise.resolve(content) });

describe('读入 .bpmn 文件 (WFL-01)', () => {
  it('能画的读进来，有错的说有几处', async () => {
    expect(await readBpmnFile(fileOf(xml))).toMatchObject({ ok: true, judgement: { problems: [] } });
    const faulty = await readBpmnFile(fileOf(xml.replace(/<bpmn:sequenceFlow id="Flow_4"[^>]*>/, '')));
    expect(faulty).toMatchObject({ ok: true, judgement: { problems: expect.arrayContaining([expect.objectContaining({ code: 'unreachable-node', element: 'End' })]) } });
  });

  it.each([
    ['空的', '', '文件是空的'], ['太大', ' '.repeat(500_001), '超过 50 万个字符'], ['不是 XML', '你好', '不是可读的 BPMN'], ['没有流程', '<a/>', '不能读入'],
    ['没有图形', xml.replace(/<bpmndi:BPMNDiagram[\s\S]*BPMNDiagram>/, ''), '没有图形位置'],
  ])('%s：拒绝并说明', async (_name, content, reason) => {
    expect(await readBpmnFile(fileOf(content))).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});
