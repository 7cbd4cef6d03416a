import { expect, it } from 'vitest';
import { locateJsonFault } from './json-fault.ts';

it.each<[string, string, string]>([
  ['截断', '[{"name": "a"', '第1行第14列'], ['截断在文字里', '[\n{"name": "a', '第2行第12列'], ['截断在字面值里', '[{"a": tr', '第1行第10列'], ['截断在逗号后', '[\n{"a": 1,', '第2行第9列'],
  ['多了逗号', '[\n{"name": "a",}]', '第2行第14列'], ['混入文字', '[\n{"name": 甲}, {}]', '第2行第10列'], ['后面还有内容', '[]\n\n[]', '第3行第1列'], ['没有内容', '', '第1行第1列'],
])('读不下去的地方说到行和列：%s (CAT-12)', (_name, text, place) => {
  expect(locateJsonFault(text)).toBe(place);
});
