import { createContext, use } from 'react';

/** The few words the components say themselves; everything else comes from the page. */
export interface UiText {
  optional: string;
  close: string;
  loading: string;
  search: string;
  suggestions: (count: number) => string;
  breadcrumb: string;
  steps: string;
  stepState: { done: string; current: string; upcoming: string };
  more: string;
  moreLoading: string;
  noMore: string;
  chooseFile: string;
  dropHere: string;
  hour: string;
  minute: string;
}

const zhCN: UiText = {
  optional: '选填',
  close: '关闭',
  loading: '正在加载',
  search: '搜索',
  suggestions: (count) => (count === 0 ? '没有联想结果' : `有 ${count} 条联想结果，可用上下键选择`),
  breadcrumb: '当前位置',
  steps: '办理步骤',
  stepState: { done: '已完成', current: '当前步骤', upcoming: '未开始' },
  more: '显示更多',
  moreLoading: '正在加载更多',
  noMore: '已全部显示',
  chooseFile: '选择文件',
  dropHere: '也可以把文件拖到这里',
  hour: '时',
  minute: '分',
};

const UiTextContext = createContext<UiText>(zhCN);

/** Gives another language to the components below it. */
export const UiTextProvider = UiTextContext.Provider;

export function useUiText(): UiText {
  return use(UiTextContext);
}
