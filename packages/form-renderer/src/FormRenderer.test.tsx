import type { Field, FormAnswers, FormDefinition, FormIssue } from '@tongban/form-model';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FormRenderer, type FormRendererProps, PaperForm } from './index.ts';

const noop = (): void => undefined;

function formOf(...fields: readonly Field[]): FormDefinition {
  return { formatVersion: 1, title: '申请表', sections: [{ id: 'main', title: '基本情况', rows: fields.map((field) => ({ cells: [{ kind: 'field', field }] })) }] };
}

function draw(definition: FormDefinition, answers: FormAnswers = {}, rest: Partial<FormRendererProps> = {}): string {
  return renderToStaticMarkup(<FormRenderer definition={definition} answers={answers} onChange={noop} environment={{ today: '2026-11-20' }} {...rest} />);
}

/** Ids that labels, descriptions and links of the markup point to but that are not there. */
function dangling(html: string): string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const used = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"| href="#([^"]+)"/g)].flatMap((match) => (match[1] ?? match[2] ?? '').split(' '));
  return used.filter((id) => !ids.has(id));
}

const issue = (path: string, message: string): FormIssue => ({ path, fieldId: path, code: 'required', message, label: '姓名' });
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `选项 ${index}` }));

const EVERY_KIND: readonly Field[] = [
  { type: 'text', id: 'a', label: '文字', help: '帮助' }, { type: 'multiline', id: 'b', label: '多行', maxLength: 20 }, { type: 'number', id: 'c', label: '数字', unit: '个' },
  { type: 'money', id: 'd', label: '金额' }, { type: 'date', id: 'e', label: '日期' }, { type: 'dateRange', id: 'f', label: '起止' },
  { type: 'choice', id: 'g', label: '单选', options: options(3) }, { type: 'choices', id: 'h', label: '多选', options: options(3) }, { type: 'boolean', id: 'i', label: '是否' },
  { type: 'region', id: 'j', label: '地区' }, { type: 'identityDocument', id: 'k', label: '证件' }, { type: 'residentId', id: 'l', label: '身份证' },
  { type: 'creditCode', id: 'm', label: '代码' }, { type: 'personName', id: 'n', label: '姓名', dataElement: 'DE1' }, { type: 'mobile', id: 'o', label: '手机' },
  { type: 'address', id: 'p', label: '地址' }, { type: 'organization', id: 'q', label: '单位' }, { type: 'attachment', id: 'r', label: '附件' }, { type: 'signature', id: 's', label: '签名' }, { type: 'image', id: 'z', label: '照片' },
  { type: 'boolean', id: 't', label: '我承诺', mustBeTrue: true },
  { type: 'table', id: 'u', label: '明细', columns: [{ type: 'text', id: 'v', label: '品名' }, { type: 'date', id: 'w', label: '时间' }, { type: 'identityDocument', id: 'x', label: '证' }, { type: 'choice', id: 'y', label: '类', options: options(2) }] },
];

describe('每个控件都有名称，每个指向都有着落 (PTL-09)', () => {
  test.each(['pc', 'phone'] as const)('%s', (mode) => {
    const issues = [...EVERY_KIND.map((field) => issue(field.id, `请填写“${field.label}”。`)), issue('u[0].w', '请填写“时间”。')];
    const html = draw(formOf(...EVERY_KIND), {}, { mode, issues });
    expect(dangling(html)).toEqual([]);
    const controls = [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)].map((match) => match[0]);
    expect(controls.length).toBeGreaterThan(30);
    const labelled = new Set([...html.matchAll(/ for="([^"]+)"/g)].map((match) => match[1]));
    const wrapped = new Set([...html.matchAll(/<label class="tbf-(?:option|date__part|file-button)"><input[^>]*? id="([^"]+)"/g)].map((match) => match[1]));
    const unnamed = controls.filter((control) => {
      const id = / id="([^"]+)"/.exec(control)?.[1];
      return !control.includes('aria-label="') && !labelled.has(id) && !wrapped.has(id);
    });
    expect(unnamed).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

test('必填写成文字，错误与输入框相连，汇总里有链接', () => {
  const html = draw(formOf({ type: 'personName', id: 'name', label: '姓名', required: true }), {}, { issues: [issue('name', '请填写“姓名”。')] });
  expect(html).toContain('（必填）');
  expect(html).toMatch(/<input[^>]*aria-describedby="([^"]+-error)"[^>]*aria-invalid="true"[^>]*aria-required="true"/);
  expect(html).toMatch(/role="alert"[^>]*tabindex="-1"/i);
  expect(html).toContain('有 1 处需要修改');
});

test('选项不超过 6 个用单选按钮，更多用下拉列表', () => {
  expect(draw(formOf({ type: 'choice', id: 'x', label: '选', options: options(6) }))).toContain('type="radio"');
  expect(draw(formOf({ type: 'choice', id: 'x', label: '选', options: options(7) }))).not.toContain('type="radio"');
});

test('表格在宽屏是表格，在手机上是卡片', () => {
  const form = formOf({ type: 'table', id: 't', label: '成员', rowName: '成员', columns: [{ type: 'text', id: 'n', label: '姓名' }] });
  expect(draw(form, { t: [{ n: '甲' }] }, { mode: 'pc' })).toMatch(/<th scope="col"[^>]*>姓名/);
  const phone = draw(form, { t: [{ n: '甲' }, {}] }, { mode: 'phone' });
  expect(phone).not.toContain('<table');
  expect(phone).toContain('成员 2');
});

test('条件不成立的字段不出现，计算值只显示', () => {
  const form = formOf({ type: 'number', id: 'a', label: '甲' }, { type: 'number', id: 'b', label: '乙', computed: 'a * 2' }, { type: 'text', id: 'c', label: '丙', visibleWhen: 'a > 5' });
  const html = draw(form, { a: 4 });
  expect(html).toMatch(/<output[^>]*aria-live="polite"[^>]*>8</);
  expect(html).not.toContain('丙');
});

test('标签里的尖括号按文字显示', () => {
  expect(draw(formOf({ type: 'text', id: 'x', label: '备注' }), { x: '<img src=x onerror=alert(1)>' }, { readOnly: true })).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('只读时遮盖敏感内容，没有输入框', () => {
  const form = formOf({ type: 'mobile', id: 'm', label: '手机', sensitive: true, required: true });
  const html = draw(form, { m: '13812345678' }, { readOnly: true, environment: { today: '2026-11-20', masked: true } });
  expect(html).toContain('138****5678');
  expect(html).not.toContain('13812345678');
  expect(html).not.toContain('<input');
});

describe('打印成纸面表格 (FRM-01)', () => {
  const print = (definition: FormDefinition, answers: FormAnswers): string => renderToStaticMarkup(<PaperForm definition={definition} answers={answers} environment={{ today: '2026-11-20' }} />);
  const text = (id: string): Field => ({ type: 'text', id, label: id });
  const form: FormDefinition = { formatVersion: 1, title: '登记表', sections: [{ id: 's', rows: [
    { cells: [{ kind: 'text', text: '申请人', style: 'vertical', colSpan: 1, rowSpan: 2 }, { kind: 'field', field: text('a'), colSpan: 5 }, { kind: 'field', field: text('b'), colSpan: 6 }] },
    { cells: [{ kind: 'field', field: text('c'), colSpan: 7 }] },
    { cells: [{ kind: 'field', field: { type: 'choice', id: 'd', label: 'd', options: options(2), visibleWhen: 'a = "1"' } }] },
  ] }] };

  test('每行的格数连同跨行的都是 12', () => {
    const rows = print(form, {}).split('<tr>').slice(1);
    const widths = rows.map((row) => [...row.matchAll(/colSpan="(\d+)"/gi)].reduce((sum, match) => sum + Number(match[1]), 0));
    expect(widths).toEqual([12, 11, 12]);
    expect(rows[0]).toMatch(/rowspan="2"/i);
  });

  test('空白表留给手填：不画斜线，不算合计，选项都在', () => {
    const total: FormDefinition = { ...form, sections: [...form.sections, { id: 't', rows: [{ cells: [{ kind: 'field', field: { type: 'number', id: 'n', label: 'n', computed: '1 + 1' } }] }] }] };
    const html = renderToStaticMarkup(<PaperForm definition={total} answers={{ a: '2' }} environment={{ today: '2026-11-20' }} blank />);
    expect(html).toContain('☐选项 1');
    expect(html).not.toMatch(/／|>2</);
  });

  test('图片印成图片，不露出遮盖的', () => {
    const photo: FormDefinition = { formatVersion: 1, title: '登记表', sections: [{ id: 's', rows: [{ cells: [{ kind: 'field', field: { type: 'image', id: 'photo', label: '照片', sensitive: true } }] }] }] };
    const draw = (masked: boolean): string => renderToStaticMarkup(
      <PaperForm definition={photo} answers={{ photo: [{ fileId: 'p1', name: '近照.jpg' }] }} environment={{ today: '2026-11-20', masked, fileUrl: (id) => `/files/${id}` }} />);
    expect(draw(false)).toContain('src="/files/p1"');
    expect(draw(true)).not.toContain('/files/p1');
  });

  test('附件、图片、签名从纸面上点得开，表格里的也一样，遮盖的不给地址', () => {
    const files: readonly Field[] = [
      { type: 'attachment', id: 'plan', label: '平面图' }, { type: 'image', id: 'photo', label: '照片' }, { type: 'signature', id: 'signed', label: '签名', sensitive: true },
      { type: 'table', id: 'shops', label: '门店', columns: [{ type: 'attachment', id: 'lease', label: '租约' }] },
    ];
    const file = (fileId: string) => ({ fileId, name: `${fileId}.jpg` });
    const answers = { plan: [file('p1'), file('p2')], photo: [file('p3')], signed: file('p4'), shops: [{ lease: [file('p5')] }] };
    const linked = (masked: boolean): string[] => [...renderToStaticMarkup(
      <PaperForm definition={formOf(...files)} answers={answers} environment={{ today: '2026-11-20', masked, fileUrl: (id) => `/files/${id}` }} />).matchAll(/<a [^>]*href="\/files\/([^"]+)"/g)].map((found) => found[1] ?? '');
    expect(linked(false)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(linked(true)).toEqual(['p1', 'p2', 'p3', 'p5']);
  });

  test('选项打勾，不适用的画斜线', () => {
    expect(print(form, { a: '1', d: 'v1' })).toContain('☑选项 1');
    expect(print(form, { a: '2', d: 'v1' })).toContain('／');
  });
});
