import { chooseText } from '../../locale/locale.ts';

/** Words for items in lists and facts. */
export const itemText = chooseText({
  'zh-CN': {
    audience: { person: '个人', company: '企业' },
    mode: { platform: '可在线申请', external: '在外部网站办理', window: '窗口办理' },
    department: '办理部门',
    limit: '办理时限',
    visits: '跑动次数',
    searchPlaceholder: '如：开饭店',
    searchLabel: '搜索服务事项',
  },
});
