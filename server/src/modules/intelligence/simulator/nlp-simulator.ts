import type { Server } from 'node:http';
import { createSimulator } from '../../../kernel/engines/index.ts';

/** What the simulator understands: words in a text, and the item that they are about. */
export interface Understood { words: readonly string[]; name: string }

const usual: readonly Understood[] = [
  { words: ['老人', '岁', '补贴', '高龄'], name: '80周岁以上老年人高龄津贴申领' }, { words: ['挖路', '挖开马路', '破路'], name: '挖掘城市道路审批' }, { words: ['护士', '上岗证'], name: '护士执业首次注册' },
];
const vague: Readonly<Record<string, string>> = { '有关材料': '写明材料的名称', '等相关证明': '逐项写明证明的名称', '尽快': '写明期限' };
const patterns: Readonly<Record<string, RegExp>> = { date: /\d{4}[年-]\d{1,2}[月-]\d{1,2}日?/, number: /\d+(?:\.\d+)?/, text: /[“"]([^”"]+)[”"]/ };

/**
 * Makes a runnable language engine for tests and rehearsals, by the contract of the module's README. A text with `繁忙`
 * finds it busy (503), one with `拒绝` is refused for good (422), one with `没有应答` waits until nobody does any more.
 */
export function createNlpSimulator(understood: readonly Understood[] = usual): Server {
  const trouble = (text: string) => (text.includes('繁忙') ? { status: 503, body: { message: '服务繁忙' } } : text.includes('拒绝') ? { status: 422, body: { message: '不能处理' } } : undefined);
  const bad = { status: 400, body: { message: '需要 id 和 text' } };
  return createSimulator({
    'GET /engine': () => ({ body: { name: '自然语言模拟器', version: '1' } }),
    'POST /classifications': async ({ body: { text } = {} }) => {
      if (typeof text !== 'string') return bad;
      if (text.includes('没有应答')) await new Promise<void>((resolve) => { setTimeout(resolve, 5_000).unref(); });
      const matches = understood.map(({ words, name }) => ({ name, confidence: Math.min(1, words.filter((word) => text.includes(word)).length * 0.4) })).filter(({ confidence }) => confidence > 0);
      return trouble(text) ?? { body: { matches } };
    },
    'POST /extractions': ({ body: { text, fields } = {} }) => {
      if (typeof text !== 'string' || !Array.isArray(fields)) return bad;
      const values = (fields as { name: string; type: string }[]).flatMap(({ name, type }) => {
        const found = patterns[type]?.exec(text);
        return found ? [{ name, value: found[1] ?? found[0], confidence: 0.8 }] : [];
      });
      return trouble(text) ?? { body: { values } };
    },
    'POST /wording-checks': ({ body: { text } = {} }) => {
      if (typeof text !== 'string') return bad;
      const findings = Object.entries(vague).flatMap(([words, suggestion]) => {
        const at = text.indexOf(words);
        return at < 0 ? [] : [{ at: [...text.slice(0, at)].length, length: [...words].length, problem: `“${words}”说得不具体`, suggestion }];
      });
      return trouble(text) ?? { body: { findings } };
    },
  });
}
