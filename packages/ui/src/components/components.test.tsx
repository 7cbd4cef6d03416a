import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from './Button.tsx';
import { DescriptionList } from './Card.tsx';
import { RadioGroup } from './Choices.tsx';
import { TimeField } from './TimeField.tsx';
import { TextField } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Steps } from './Steps.tsx';
import { Table } from './Table.tsx';
import { nextTabIndex } from './Tabs.tsx';

const attribute = (html: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(html)?.[1];

describe('组件对读屏和键盘说清楚自己', () => {
  it('忙碌的按钮保留焦点，只说明不可按', () => {
    const html = renderToStaticMarkup(<Button busy>提交</Button>);
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/\sdisabled/);
  });

  it('出错的输入框关联标签、提示和错误', () => {
    const html = renderToStaticMarkup(<TextField label="姓名" hint="与证件一致" error="请填写姓名。" />);
    const id = attribute(html, 'for');
    expect(html).toContain(`id="${id}"`);
    expect(html).toContain('aria-invalid="true"');
    for (const part of attribute(html, 'aria-describedby')?.split(' ') ?? []) expect(html).toContain(`id="${part}"`);
    expect(attribute(html, 'aria-describedby')?.split(' ')).toHaveLength(2);
  });

  it('没有错误的输入框不说错误，选填写出来', () => {
    const html = renderToStaticMarkup(<TextField label="备注" optional />);
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('aria-describedby');
    expect(html).toContain('选填');
  });

  it('时间按 24 小时制选时和分，原来的分钟不丢', () => {
    expect(renderToStaticMarkup(<TimeField label="开始时间" value="21:07" onChange={() => undefined} />)).toMatch(/<legend[^>]*>开始时间<\/legend>.*aria-label="时".*value="21" selected.*aria-label="分".*value="07" selected/s);
  });

  it('不能选的选项照列，说明原因', () => {
    expect(renderToStaticMarkup(<RadioGroup label="时段" options={[{ value: '9', label: '09:00', hint: '约满', disabled: true }]} value={undefined} onChange={() => undefined} />)).toMatch(/<input type="radio"[^>]*disabled/);
  });

  it('单选组有图例，默认不选', () => {
    const html = renderToStaticMarkup(<RadioGroup label="给谁办" options={[{ value: 'a', label: '本人' }]} value={undefined} onChange={() => undefined} />);
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>给谁办/);
    expect(html).not.toContain('checked');
  });

  it('紧急提示立即播报，普通提示等空闲再播报', () => {
    expect(renderToStaticMarkup(<Notice tone="danger" live>失败</Notice>)).toContain('role="alert"');
    expect(renderToStaticMarkup(<Notice tone="success" live>好了</Notice>)).toContain('role="status"');
    expect(renderToStaticMarkup(<Notice>说明</Notice>)).not.toContain('role=');
  });

  it('搜索框是收起的组合框，指向自己的列表', () => {
    const html = renderToStaticMarkup(<SearchBox label="搜索" value="" onChange={() => undefined} onSearch={() => undefined} />);
    expect(html).toContain('role="combobox"');
    expect(html).toContain('aria-expanded="false"');
    expect(html).toContain(`id="${attribute(html, 'aria-controls')}"`);
  });

  it('步骤说出当前在哪一步', () => {
    const html = renderToStaticMarkup(<Steps titles={['填写', '材料', '提交']} current={1} />);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).toMatch(/填写<\/span><span[^>]*>（已完成）/);
    expect(html).toMatch(/材料<\/span><span[^>]*>（当前步骤）/);
  });

  it('表格首列是行标题，手机上每个值带着列名', () => {
    const html = renderToStaticMarkup(
      <Table
        caption="材料" rows={[{ name: '申请表', count: 1 }]} rowKey={(row) => row.name}
        columns={[{ key: 'name', title: '名称', cell: (row) => row.name }, { key: 'count', title: '份数', cell: (row) => row.count }]}
      />,
    );
    expect(html).toContain('<th scope="row">申请表</th>');
    expect(html).toContain('data-label="份数"');
  });

  it('没有值的条目不显示', () => {
    const html = renderToStaticMarkup(<DescriptionList entries={[{ term: '电话', value: null }, { term: '地址', value: '建安路' }, { term: '数量', value: 0 }]} />);
    expect(html).not.toContain('电话');
    expect(html).toContain('建安路');
    expect(html).toContain('数量');
  });
});

describe('选项卡的方向键', () => {
  it.each([
    ['ArrowRight', 0, 1], ['ArrowRight', 2, 0], ['ArrowLeft', 0, 2], ['Home', 2, 0], ['End', 0, 2], ['Enter', 1, undefined],
  ])('%s 从第 %i 个到 %s', (key, from, to) => {
    expect(nextTabIndex(key, from, 3)).toBe(to);
  });
});
