import { type DecisionTable, formatValue, hitPolicyLabels, typeLabels } from '@tongban/decision-tables';
import { writeDmn } from '@tongban/dmn-model';
import type { Context } from '../../context.ts';
import type { FileAnswer } from '../../module/index.ts';
import { defineSheet, workbookAnswer, type Sheet } from '../../spreadsheets/index.ts';
import type { RuleSetContent, RuleTestCase } from '../contract.ts';
import { getVersionRecord, type VersionRecord } from './get-version.ts';

const view = 'rules.rule-set.view';

/** A version as a DMN file, for other tools. @throws rules.version-not-found */
export async function exportModel(ctx: Context, versionId: string): Promise<FileAnswer> {
  const record = await getVersionRecord(ctx, versionId, view);
  return { contentType: 'application/xml', fileName: fileNameOf(record, 'dmn'), content: Buffer.from(writeDmn(record.name, record.content)) };
}

/** A version as an Excel file to read and to talk about: a sheet for each table, one for the data and one for the test cases. */
export async function exportTables(ctx: Context, versionId: string): Promise<FileAnswer> {
  const record = await getVersionRecord(ctx, versionId, view);
  const taken = new Set(['数据', '表达式', '测试用例']);
  const tables = record.content.decisions.flatMap(({ name, label, logic }) => (logic.kind === 'table' ? [tableSheet(sheetName(label ?? name, taken), logic)] : []));
  return workbookAnswer(fileNameOf(record, 'xlsx'), [...tables, inputsSheet(record.content), expressionsSheet(record.content), testsSheet(record.testCases)]);
}

function fileNameOf({ name, number }: VersionRecord, ending: string): string {
  return `${name.replace(/[\\/:*?"<>|]/g, '')}-第${number}版.${ending}`;
}

/** A name that Excel takes and no other sheet has. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 26) || '决策表';
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain} ${count}`;
  taken.add(name);
  return name;
}

function tableSheet(name: string, { inputs, outputs, rules, hitPolicy }: DecisionTable): Sheet {
  type Line = { number: string; cells: readonly string[]; annotation: string };
  const defaults = outputs.some(({ defaultValue }) => defaultValue !== undefined && defaultValue !== '');
  const lines: Line[] = rules.map((rule, index) => ({ number: String(index + 1), cells: [...rule.inputs, ...rule.outputs], annotation: rule.annotation ?? '' }));
  if (defaults) lines.push({ number: '默认', cells: [...inputs.map(() => ''), ...outputs.map(({ defaultValue }) => defaultValue ?? '')], annotation: '没有一行适用时' });
  const titles = [...inputs.map(({ label, expression }) => label ?? expression), ...outputs.map((output) => output.label ?? output.name)];
  return defineSheet<Line>({
    name, rows: lines,
    columns: [
      { title: '行', width: 6, note: hitPolicyLabels[hitPolicy], value: ({ number }) => number },
      ...titles.map((title, index) => ({ title: index < inputs.length ? title : `→ ${title}`, width: 24, value: ({ cells }: Line) => cells[index] })),
      { title: '说明', width: 40, value: ({ annotation }) => annotation },
    ],
  });
}

function inputsSheet({ inputs }: RuleSetContent): Sheet {
  return defineSheet({
    name: '数据', rows: inputs,
    columns: [
      { title: '名称', width: 24, value: ({ name }) => name }, { title: '显示为', width: 24, value: ({ label }) => label }, { title: '类型', width: 12, value: ({ type, list }) => `${typeLabels[type]}${list === true ? '的列表' : ''}` },
      { title: '允许的值', width: 40, value: ({ allowedValues }) => allowedValues }, { title: '可以为空', width: 10, value: ({ optional }) => optional === true },
    ],
  });
}

function expressionsSheet({ decisions }: RuleSetContent): Sheet {
  return defineSheet({
    name: '表达式', rows: decisions.filter(({ logic }) => logic.kind === 'expression'),
    columns: [
      { title: '决策', width: 24, value: ({ name }) => name }, { title: '显示为', width: 24, value: ({ label }) => label },
      { title: '表达式', width: 60, value: ({ logic }) => (logic.kind === 'expression' ? logic.expression : '') }, { title: '依赖', width: 40, value: ({ requires }) => requires.join('、') },
    ],
  });
}

function testsSheet(testCases: readonly RuleTestCase[]): Sheet {
  return defineSheet({
    name: '测试用例', rows: testCases,
    columns: [
      { title: '名称', width: 28, value: ({ name }) => name }, { title: '填入', width: 60, value: ({ inputs }) => formatValue(inputs) },
      { title: '期望', width: 40, value: ({ expected, failure }) => failure ?? formatValue(expected) },
    ],
  });
}
