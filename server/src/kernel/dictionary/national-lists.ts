/** One code list: entries in order, `[code, name]`. */
export interface DictionaryDefinition {
  readonly code: string;
  readonly name: string;
  readonly entries: readonly (readonly [code: string, name: string])[];
}

/**
 * Code lists of the national item standard (GB/T 39554) as upload tables use them, and lists of practice where the two
 * differ. They are what a database starts with: an administrator's later changes win.
 */
export const nationalLists: readonly DictionaryDefinition[] = [
  { code: 'task-type', name: '事项类型', entries: [
    ['01', '行政许可'], ['02', '行政处罚'], ['03', '行政强制'], ['04', '行政征收'], ['05', '行政给付'], ['06', '行政检查'],
    ['07', '行政确认'], ['08', '行政奖励'], ['09', '行政裁决'], ['10', '其他行政权力'], ['20', '公共服务'],
  ] },
  { code: 'exercise-level', name: '行使层级', entries: [
    ['1', '国家级'], ['2', '省级'], ['3', '市级'], ['4', '县级'], ['5', '镇（乡、街道）级'], ['6', '村（社区）级'], ['7', '分级管理'],
  ] },
  { code: 'organization-nature', name: '实施主体性质', entries: [['1', '法定机关'], ['2', '授权组织'], ['3', '受委托组织'], ['9', '其他']] },
  { code: 'service-object', name: '服务对象', entries: [
    ['1', '自然人'], ['2', '企业法人'], ['3', '事业法人'], ['4', '社会组织法人'], ['5', '非法人企业'], ['6', '行政机关'], ['9', '其他组织'],
  ] },
  { code: 'power-source', name: '权力来源', entries: [
    ['1', '法定本级行使'], ['2', '上级下放'], ['3', '上级授权'], ['4', '同级授权'], ['5', '上级委托'], ['6', '同级委托'],
  ] },
  { code: 'project-type', name: '办件类型', entries: [['1', '即办件'], ['2', '承诺件'], ['9', '其他']] },
  { code: 'handling-form', name: '办理形式', entries: [['1', '窗口办理'], ['2', '网上办理'], ['3', '快递申请']] },
  { code: 'cross-region-scope', name: '通办范围', entries: [
    ['1', '全国'], ['2', '全省'], ['3', '全市'], ['4', '全县'], ['5', '全镇'], ['6', '跨村'],
  ] },
  { code: 'online-depth', name: '网上办理深度', entries: [
    ['1', '互联网咨询'], ['2', '互联网收件'], ['3', '互联网预审'], ['4', '互联网受理'], ['5', '互联网办理'], ['6', '互联网办理结果反馈'], ['9', '其他'],
  ] },
  { code: 'online-level', name: '网办等级', entries: [['1', '窗口办理'], ['2', '原件预审'], ['3', '原件核验'], ['4', '全程网办']] },
  { code: 'material-type', name: '材料类型', entries: [['1', '证件证书证明'], ['2', '申请表格文书'], ['3', '其他']] },
  { code: 'material-form', name: '材料形式', entries: [['1', '纸质'], ['2', '电子化'], ['3', '纸质或电子化']] },
  { code: 'material-necessity', name: '材料必要性', entries: [['1', '必要'], ['2', '非必要'], ['3', '容缺后补']] },
  { code: 'material-source', name: '材料来源渠道', entries: [['10', '申请人自备'], ['20', '政府部门核发'], ['30', '中介机构出具'], ['99', '其他']] },
  { code: 'result-type', name: '审批结果类型', entries: [['10', '出证'], ['20', '出文'], ['30', '审批办结'], ['99', '无']] },
  { code: 'special-procedure', name: '特别程序', entries: [
    ['hearing', '听证'], ['bidding', '招标'], ['auction', '拍卖'], ['test', '检验'], ['detection', '检测'], ['quarantine', '检疫'],
    ['appraisal', '鉴定'], ['expert-review', '专家评审'], ['site-inspection', '现场核查'], ['publicity', '公示'],
  ] },
  { code: 'item-tag', name: '事项标签', entries: [
    ['one-licence', '一证通办'], ['instant', '秒批秒办'], ['no-material', '零材料'], ['self-service', '自助终端可办'], ['mobile', '掌上可办'],
    ['once', '最多跑一次'], ['online', '全程网办'], ['promise', '告知承诺'],
  ] },
];
