import { defineErrors } from '../errors/index.ts';

/** Errors of the working calendar. */
export const fail = defineErrors({
  'calendar.year-not-loaded': {
    kind: 'unavailable', title: '工作日历中还没有 {year} 年的放假安排，无法确定工作日',
    detail: '请联系系统管理员，按国务院办公厅当年的放假通知在“工作日历”中录入 {year} 年的安排。',
  },
  'calendar.bad-date': { kind: 'invalid', title: '“{date}”不是有效的日期', detail: '请按 2026-11-20 的格式填写日期。' },
  'calendar.bad-notice': { kind: 'invalid', title: '{year} 年的放假安排有 {count} 处不正确', detail: '请对照国务院办公厅的放假通知逐项核对后重新保存。' },
  'calendar.stale': { kind: 'conflict', title: '工作日历刚刚被其他管理员修改', detail: '请刷新后查看最新安排，再决定是否继续修改。' },
});
