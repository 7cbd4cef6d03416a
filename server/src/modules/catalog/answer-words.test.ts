import { useTestServer } from '@tongban/testkit';
import { formatAnswer, listFields, type Field, type FormDefinition } from '@tongban/form-model';
import { expect, it } from 'vitest';
import { wordsFor } from './answer-words.ts';

const server = useTestServer();

const fields: Field[] = [
  { id: 'home', type: 'region', label: '户籍所在地' }, { id: 'kind', type: 'choice', label: '事项类型', dictionary: 'task-type' },
  { id: 'shops', type: 'table', label: '门店', columns: [{ id: 'at', type: 'region', label: '所在地' }] },
];
const definition: FormDefinition = { formatVersion: 1, title: '申请表', sections: [{ id: 'content', rows: [{ cells: fields.map((field) => ({ kind: 'field', field })) }] }] };

it('文书、证照、档案里的区划和代码表的选项写名称，不写代码；表格里的也是 (FRM-03, LIC-02, INT-08)', async () => {
  await server().kernel.db.pool.query(`INSERT INTO organization.region (code, name, full_name, level, parent_code) VALUES ('519902000000', '示范区', '四川省示范市示范区', 3, NULL) ON CONFLICT DO NOTHING`);
  const answers = { home: '519902000000', kind: '01', shops: [{ at: '519902000000' }, { at: '519999000000' }] };
  const words = await wordsFor(server(), definition, answers);
  const [home, kind, shops] = listFields(definition);
  if (!home || !kind || shops?.type !== 'table' || !shops.columns[0]) throw new Error('the form lacks a field');
  expect([formatAnswer(home, answers.home, words), formatAnswer(kind, answers.kind, words)]).toEqual(['四川省示范市示范区', '行政许可']);
  const column = shops.columns[0];
  expect(answers.shops.map(({ at }) => formatAnswer(column, at, words))).toEqual(['四川省示范市示范区', '519999000000']);
});
