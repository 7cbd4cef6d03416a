import { chooseText } from '../../locale/locale.ts';

/** Words that every page shares. */
export const layoutText = chooseText({
  'zh-CN': {
    home: '首页',
    retry: '重试',
    backHome: '回到首页',
    search: '搜索服务事项',
    notFound: '没有找到',
    failed: '没有加载成功',
    traceId: '故障编号',
  },
});
