import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Forbidden, PageState } from './PageState.tsx';

const refusal = (kind: Problem['kind']): ApiError => new ApiError({ type: 'about:blank', status: 0, kind, code: 'test.refused', title: '没有这个办件', detail: '请核对编号。', traceId: '' });

const drawn = (page: ReactNode): string => renderToStaticMarkup(<ConfigProvider button={{ autoInsertSpace: false }}><MemoryRouter>{page}</MemoryRouter></ConfigProvider>);

function shown(query: { data?: string; error?: unknown; isPending?: boolean }): string {
  const state = { data: undefined, error: null, isPending: false, refetch: () => undefined, ...query };
  return drawn(<PageState query={state}>{(data) => <h1>{data}</h1>}</PageState>);
}

describe('一页的三种样子', () => {
  it('查到了就是那一页，没有别的标题', () => {
    expect(shown({ data: '挖掘城市道路审批' })).toBe('<h1>挖掘城市道路审批</h1>');
  });

  it('查到过的，刷新失败也不收回', () => {
    expect(shown({ data: '挖掘城市道路审批', error: refusal('unavailable') })).toBe('<h1>挖掘城市道路审批</h1>');
  });

  it('正在查时不说打不开', () => {
    const html = shown({ isPending: true });
    expect(html).toContain('skeleton');
    expect(html).not.toContain('<h1');
  });

  it('打不开时有标题、原因，能返回、能回首页；再试也没有用的不叫人再试', () => {
    const html = shown({ error: refusal('not-found') });
    expect(html).toMatch(/<h1>打不开这一页<\/h1>/);
    for (const words of ['没有这个办件', '请核对编号。', '返回', '回到首页']) expect(html).toContain(words);
    expect(html).toMatch(/<a href="\/"[^>]*>回到首页/);
    expect(html).not.toContain('重试');
  });

  it('暂时的故障可以重试', () => {
    expect(shown({ error: refusal('unavailable') })).toContain('重试');
  });

  it('没有权限的页只说没有权限和找谁，不露出页面的其他部分', () => {
    const html = drawn(<Forbidden />);
    expect(html.match(/<h1/g)).toHaveLength(1);
    for (const words of ['您没有这个页面的权限', '安全管理员', '回到首页']) expect(html).toContain(words);
  });
});
