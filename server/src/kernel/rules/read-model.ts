import { sameValue } from '@tongban/decision-tables';
import { readDmn } from '@tongban/dmn-model';
import { Value } from 'typebox/value';
import type { ResponseOf } from '@tongban/contract-kit';
import { RuleSetContent, type readDmnModel } from './contract.ts';
import { fail } from './errors.ts';
import { compileContent } from './run-rules.ts';

/** Reads DMN XML as the content of a draft, with what was left out and what is wrong with it. @throws rules.dmn-unreadable */
export async function readModel(xml: string): Promise<ResponseOf<typeof readDmnModel>> {
  const read = await readDmn(xml);
  if (!read.ok) throw fail('rules.dmn-unreadable', { reason: read.message });
  const content: unknown = Value.Clean(RuleSetContent, structuredClone(read.ruleSet));
  if (!Value.Check(RuleSetContent, content)) throw fail('rules.dmn-unreadable', { reason: '模型超出规则集的上限：每张表最多 1,000 行、30 个条件列，单元格最多 500 个字符。' });
  if (!sameValue(content, read.ruleSet)) throw fail('rules.dmn-unreadable', { reason: '模型里的对象嵌套超过两层，请先改成较平的结构。' });
  const compiled = compileContent(content);
  return { name: read.name, content, leftOut: [...read.leftOut], problems: compiled.ok ? [] : [...compiled.problems] };
}
