import type { MessageField } from './check-message.contract.ts';

/** What the fields of messages are called; a short word for each, since it stands in the text. */
const vocabulary: Readonly<Record<string, readonly [label: string, sample: string, kind?: 'essential' | 'optional']>> = {
  itemName: ['事项名称', '挖掘城市道路审批'],
  number: ['办件编号', '51160220261120010000010'],
  office: ['办理单位', '广安市广安区住房和城乡建设局'],
  dueOn: ['截止日期', '2026年12月11日'],
  previous: ['原来的日期', '2026年12月9日'],
  typeName: ['证照名称', '挖掘城市道路许可证'],
  taskName: ['环节名称', '审查'],
  due: ['环节时限', '，请在 2026年12月4日 前办理'],
  note: ['流程里写的附言', '请准备好营业场所的平面图。'],
  procedure: ['特别程序', '专家评审'],
  answer: ['答复', '已批准'],
  level: ['预警等级', '黄牌'],
  text: ['督办内容', '请说明超期原因，三日内办结。'],
  orderNumber: ['整改单编号', 'ZG-2026-000012'],
  count: ['问题数', '6'],
  remaining: ['未改数', '2'],
  requirement: ['整改要求', '请按清单逐项修改并重新发布。'],
  reply: ['反馈或意见', '已逐项改好并重新发布。'],
  department: ['部门', '区住建局'],
  principal: ['委托人', '广安示范市政工程有限公司'],
  agent: ['代理人', '李敏'],
  until: ['授权截止', '2027年11月19日'],
  by: ['撤销人', '王建国'],
  counterpart: ['对方', '李敏'],
  time: ['时间', '2026年11月20日 09:30'],
  code: ['验证码', '482913', 'essential'],
  kind: ['审核种类', '实施清单审核'],
  title: ['审核内容', '挖掘城市道路审批（第 2 版）'],
  outcome: ['审核结果', '已审核通过'],
  giver: ['放权单位', '区住建局'],
  receiver: ['接收单位', '区综合执法局'],
  delegation: ['放权方式', '委托'],
  endsOn: ['到期日期', '2027年11月27日'],
  how: ['终止方式', '到期终止'],
  what: ['计划的操作', '计划发布'],
  reason: ['原因', '有 1 处要素需要完善。'],
  why: ['提示理由', '您的《居住证》将于2026年12月20日到期。'],
  confirmBy: ['确认截止', '2026年12月20日'],
  matterNumber: ['反映编号', 'FY-2026-000012'],
  matterAbout: ['反映的事', '食品经营许可'],
  wordUntil: ['评价截止', '2026年12月4日'],
  batchNumber: ['批次编号', 'JJ26000012K'],
  envelopeCode: ['材料袋编码', 'CL26000135M'],
  envelopeCount: ['材料袋数', '6'],
  sender: ['递交部门', '区政务服务中心'],
  signer: ['签收人', '区住建局李文博'],
  flaws: ['签收差异', '户口簿（缺：只有复印件）'],
  paperStep: ['该办的一步', '签收'],
  site: ['平台网址', 'https://zwfw.example.gov.cn', 'essential'],
  token: ['一次性评价码', 'k3Jd9xQ2', 'essential'],
  applicant: ['申请人（隐去部分）', '陈*福'],
  submittedOn: ['申请日期', '2026年11月20日'],
  acceptedOn: ['受理日期', '2026年11月23日', 'optional'],
  promisedDueOn: ['承诺办结日期', '2026年12月4日', 'optional'],
  legalDueOn: ['法定办结日期', '2026年12月18日', 'optional'],
  windowName: ['办理窗口', '区政务服务中心住建窗口', 'optional'],
  windowAddress: ['窗口地址', '广安区金安大道二段 1 号', 'optional'],
  windowHours: ['窗口时间', '工作日 9:00—17:00', 'optional'],
  windowPhone: ['咨询电话', '0826-5100000', 'optional'],
};


/** The fields that texts may use of some names; ids that only a link uses have no name and are not offered. */
export function fieldsOf(names: readonly string[], group = '本消息'): MessageField[] {
  return names.flatMap((path) => {
    const entry = vocabulary[path];
    return entry === undefined ? [] : [{ path, label: entry[0], group, sample: entry[1], essential: entry[2] === 'essential', optional: entry[2] === 'optional' }];
  });
}
