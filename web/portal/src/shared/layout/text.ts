import { chooseText } from '../../locale/locale.ts';

/** Words that every page shares. */
export const layoutText = chooseText({
  'zh-CN': {
    home: '首页',
    retry: '重试',
    notFound: '没有找到',
    failed: '没有加载成功',
    traceId: '故障编号',
  },
});
