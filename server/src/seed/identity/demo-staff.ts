import type { DefaultRole } from '../../kernel/access/default-roles.ts';
import type { DepartmentName } from '../content/index.ts';

/** Where an officer of the demonstration works. */
export type Workplace = DepartmentName | '区政务服务中心';

/** An officer of the demonstration city; every name is made up. */
export interface DemoOfficer {
  readonly accountName: string;
  readonly name: string;
  readonly workplace: Workplace;
  readonly posts: readonly string[];
  readonly roles: readonly DefaultRole[];
  /** How far the roles reach: one's own organisation, or everything. */
  readonly scope: 'organization' | 'all';
  readonly description: string;
}

const prefixes: Record<DepartmentName, string> = {
  区住建局: 'housing', 区公安分局: 'police', 区市监局: 'market', 区行政审批局: 'approval', 区人社局: 'labour', 区综合执法局: 'urban', 区交通运输局: 'transport',
  区民政局: 'civil', 区应急管理局: 'emergency', 区自然资源局: 'resources',
};

const duties: readonly (Pick<DemoOfficer, 'posts' | 'roles'> & { suffix: string; title: string })[] = [
  { suffix: 'window', title: '窗口受理', posts: ['window', 'delivery'], roles: ['window-clerk'] },
  { suffix: 'examiner', title: '审查', posts: ['preliminary-review'], roles: ['reviewer'] },
  { suffix: 'reviewer', title: '审核、制证', posts: ['review', 'licence-making'], roles: ['reviewer', 'licence-issuer'] },
  { suffix: 'decider', title: '决定', posts: ['decision'], roles: ['decider'] },
];

const names = [
  '陈思远', '李文博', '周若楠', '何建平', '唐一鸣', '罗启航', '蒋海燕', '郑国栋', '冯雨桐', '谢安然', '韩志强', '曾庆华',
  '彭晓雯', '吕明哲', '苏婉清', '范长河', '董佳宁', '袁立新', '邓子轩', '许江涛', '傅雅琴', '沈卓然', '卢文静', '姜海波',
  '崔晓峰', '钟毓秀', '谭志远', '廖春梅', '贾一凡', '夏雪晴', '方正平', '石磊', '熊丽娟', '金浩然', '陆嘉怡', '白玉堂',
  '万山红', '龚自强', '常思敏', '易中和',
];

const departmentOfficers: DemoOfficer[] = Object.entries(prefixes).flatMap(([workplace, prefix], department) => duties.map((duty, index) => ({
  accountName: `${prefix}.${duty.suffix}`, name: names[department * duties.length + index] ?? `职员${department}${index}`, workplace: workplace as DepartmentName,
  posts: duty.posts, roles: duty.roles, scope: 'organization', description: `${workplace} · ${duty.title}`,
})));

const itemKeepers = ['丁书瑶', '汪思齐', '任嘉树', '姚清和', '顾念慈', '毛致远', '邱雨薇', '秦怀瑾', '江映雪', '向晚晴'];

/** One of each department keeps its items; what they submit is reviewed by the department and then by the district. */
const departmentKeepers: DemoOfficer[] = Object.entries(prefixes).map(([workplace, prefix], department) => ({
  accountName: `${prefix}.items`, name: itemKeepers[department] ?? `事项员${department}`, workplace: workplace as DepartmentName,
  posts: ['item-management'], roles: ['item-administrator'], scope: 'organization', description: `${workplace} · 事项编制`,
}));

/** Officers whose reach is the whole district. */
const districtOfficers: DemoOfficer[] = [
  { accountName: 'item.admin', name: '钱知行', workplace: '区行政审批局', posts: ['item-management'], roles: ['item-administrator'], scope: 'all', description: '区行政审批局 · 事项管理' },
  { accountName: 'item.reviewer', name: '史明远', workplace: '区行政审批局', posts: ['item-management'], roles: ['item-administrator'], scope: 'all', description: '区行政审批局 · 事项审核' },
  { accountName: 'supervisor', name: '严守信', workplace: '区行政审批局', posts: ['supervision'], roles: ['supervisor'], scope: 'all', description: '区行政审批局 · 效能监督' },
  { accountName: 'hall.leader', name: '温如玉', workplace: '区政务服务中心', posts: ['hall-management'], roles: ['hall-leader'], scope: 'all', description: '区政务服务中心 · 大厅负责人' },
  { accountName: 'system.admin', name: '孟维衡', workplace: '区行政审批局', posts: ['system-administration'], roles: ['system-administrator'], scope: 'all', description: '系统管理员（三员之一）' },
  { accountName: 'security.admin', name: '尹安全', workplace: '区行政审批局', posts: ['security-administration'], roles: ['security-administrator'], scope: 'all', description: '安全管理员（三员之一）' },
  { accountName: 'audit.admin', name: '章明镜', workplace: '区行政审批局', posts: ['audit-administration'], roles: ['audit-administrator'], scope: 'all', description: '审计管理员（三员之一）' },
];

/** All officers, departments first. */
export const demoOfficers: readonly DemoOfficer[] = [...departmentOfficers, ...departmentKeepers, ...districtOfficers];
